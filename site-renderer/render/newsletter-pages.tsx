import { type NewsletterPage, newsletterPath } from '#workers/newsletter/newsletter-path.contract.ts'
import { homeOf } from '#workers/sites/snapshot.contract.ts'
import { fill, type Words, wordsFor } from '../words/words.ts'
import type { PreparedSite } from './prepared-site.ts'
import { HomeButton, renderSystemPage, type SystemOptions } from './system-pages.tsx'

const words: Record<NewsletterPage, [title: keyof Words, text: keyof Words, button?: keyof Words]> = {
  confirm: ['subscribeTitle', 'subscribeText', 'subscribeButton'],
  confirmed: ['subscribed', 'subscribedText'],
  leave: ['leaveTitle', 'leaveText', 'leaveButton'],
  left: ['left', 'leftText'],
}

/** A page for subscribers: a button to press, or that it was pressed. */
export function renderNewsletter(
  page: NewsletterPage,
  token: string,
  site: PreparedSite,
  options: SystemOptions,
): string {
  const { locale, name, prefix = '' } = site.site
  const said = wordsFor(locale)
  const [title, text, button] = words[page]
  const body = (
    <>
      <p class="lead">{fill(said[text], { site: name })}</p>
      {button ? (
        <form class="buttons" method="post" action={newsletterPath(page, prefix, token)}>
          <button class="button" type="submit">
            {said[button]}
          </button>
        </form>
      ) : (
        <HomeButton words={said} home={homeOf(site.site)} />
      )}
    </>
  )
  return renderSystemPage(said[title], body, site, options)
}
