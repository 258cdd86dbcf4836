import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageView } from '../blocks/block.ts'
import { BlockTree } from '../blocks/tree.tsx'
import { wordsFor } from '../words/words.ts'
import { carryFirstDrawing } from './first-drawing.ts'
import { Head, type PageHead } from './head.tsx'
import type { PreparedSite } from './prepared-site.ts'
import { cssOf, type Stylesheet } from './stylesheet.ts'

/** What stands between a site's header and footer, and what of the stylesheet it needs. */
export interface Drawing {
  head: PageHead
  pieces: Iterable<string>
  main: ComponentChildren
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])

/** The way a language is written, where it is not the usual one. */
export const directionOf = (locale: string): 'rtl' | undefined =>
  RIGHT_TO_LEFT.has(locale.slice(0, 2).toLowerCase()) ? 'rtl' : undefined

interface ShellOptions {
  page: PageView
  stylesheet: Stylesheet
  /** The path of the page that is shown in place of a translation, and so in the site's own language. */
  original?: string | undefined
}

/** A whole HTML document in the site's look. */
export function renderShell(
  { head, pieces, main }: Drawing,
  site: PreparedSite,
  { page, stylesheet, original }: ShellOptions,
): string {
  const { locale } = site.site
  const css =
    `:root{${site.style}}` +
    cssOf(stylesheet, [
      ...['base', ...site.header.types, ...pieces, ...site.footer.types],
      // A navigation switches languages only where there are some.
      ...(page.languages ? ['language-switch'] : []),
    ])
  const around = { site: site.site, page, data: {} }
  const html = renderToString(
    <html lang={locale} dir={directionOf(locale)}>
      <Head head={head} site={site} css={css} fonts={stylesheet.fonts} />
      <body>
        <a class="skip" href="#content">
          {wordsFor(locale).skip}
        </a>
        <header class="site-header">
          <BlockTree nodes={site.header.nodes} around={around} />
        </header>
        <main id="content" tabIndex={-1} {...(original && languageOf(page, locale))}>
          {main}
        </main>
        <footer class="site-footer">
          <BlockTree nodes={site.footer.nodes} around={around} />
        </footer>
      </body>
    </html>,
  )
  return `<!doctype html>${carryFirstDrawing(html, stylesheet.drawings)}`
}

/** What is said in the site's own language on a page of another. */
function languageOf({ languages = [] }: PageView, locale: string) {
  const own = languages[0]?.code ?? locale
  return { lang: own, dir: directionOf(own) ?? (directionOf(locale) && ('ltr' as const)) }
}
