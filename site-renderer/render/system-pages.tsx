import type { ComponentChildren } from 'preact'
import { homeOf } from '#workers/sites/snapshot.contract.ts'
import type { SiteView, Submission } from '../blocks/block.ts'
import { safeHref } from '../blocks/safe-href.ts'
import { type Words, wordsFor } from '../words/words.ts'
import type { PreparedSite } from './prepared-site.ts'
import type { RenderOptions } from './render-route.tsx'
import { renderShell } from './shell.tsx'

export type SystemOptions = Omit<RenderOptions, 'origin'>

/** A page nobody wrote, in the site's own look. */
export function renderSystemPage(
  title: string,
  body: ComponentChildren,
  site: PreparedSite,
  options: SystemOptions,
): string {
  const main = (
    <section class="block" data-padding="large">
      <div class="inner">
        <div class="system">
          <h1 class="display">{title}</h1>
          {body}
        </div>
      </div>
    </section>
  )
  const head = { title: `${title} – ${site.site.name}`, description: '', isIndexed: false }
  return renderShell({ head, pieces: ['system'], main }, site, options)
}

export function renderNotFound(site: PreparedSite, options: SystemOptions): string {
  const words = wordsFor(site.site.locale)
  const body = (
    <>
      <p class="lead">{words.notFoundText}</p>
      <ul>
        {startingPoints(site.site, words).map(({ label, href }) => (
          <li key={href}>
            <a class="more" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
  return renderSystemPage(words.notFound, body, site, options)
}

const MAX_STARTING_POINTS = 6

function startingPoints(site: SiteView, words: Words): { label: string; href: string }[] {
  const home = homeOf(site)
  const items = site.menus.primary.flatMap((item) => [item, ...(item.children ?? [])])
  const links = items.flatMap(({ label, href }) => {
    const safe = safeHref(href)
    return safe && safe !== home && safe !== '#' ? [{ label, href: safe }] : []
  })
  return [{ label: words.home, href: home }, ...links].slice(0, MAX_STARTING_POINTS)
}

export function renderThanks(site: PreparedSite, options: SystemOptions): string {
  const words = wordsFor(site.site.locale)
  const body = (
    <>
      <p class="lead">{words.thanksText}</p>
      <HomeButton words={words} home={homeOf(site.site)} />
    </>
  )
  return renderSystemPage(words.thanks, body, site, options)
}

/** What a visitor sees whose form could not be taken, when the page it was sent from no longer has that form. */
export function renderLostForm(sent: Submission, site: PreparedSite, options: SystemOptions): string {
  const words = wordsFor(site.site.locale)
  const body = (
    <>
      <p class="lead">{sent.notice ?? (sent.isClosed ? words.formClosedText : words.formLostText)}</p>
      <HomeButton words={words} home={homeOf(site.site)} />
    </>
  )
  return renderSystemPage(sent.isClosed ? words.formClosed : words.formLost, body, site, options)
}

export function HomeButton({ words, home }: { words: Words; home: string }) {
  return (
    <div class="buttons">
      <a class="button" href={home}>
        {words.back}
      </a>
    </div>
  )
}
