import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageView } from '../blocks/block.ts'
import { BlockTree } from '../blocks/tree.tsx'
import { wordsFor } from '../words/words.ts'
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

/** A whole HTML document in the site's look. */
export function renderShell(
  { head, pieces, main }: Drawing,
  site: PreparedSite,
  { page, stylesheet }: { page: PageView; stylesheet: Stylesheet },
): string {
  const { locale } = site.site
  const css = cssOf(stylesheet, ['base', ...site.header.types, ...pieces, ...site.footer.types])
  const around = { site: site.site, page, data: {} }
  const html = renderToString(
    <html
      lang={locale}
      dir={RIGHT_TO_LEFT.has(locale.slice(0, 2).toLowerCase()) ? 'rtl' : undefined}
      style={site.style}
    >
      <Head head={head} site={site} css={css} fonts={stylesheet.fonts} />
      <body>
        <a class="skip" href="#content">
          {wordsFor(locale).skip}
        </a>
        <header class="site-header">
          <BlockTree nodes={site.header.nodes} around={around} />
        </header>
        <main id="content" tabIndex={-1}>
          {main}
        </main>
        <footer class="site-footer">
          <BlockTree nodes={site.footer.nodes} around={around} />
        </footer>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}
