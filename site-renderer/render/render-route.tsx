import type { PageView } from '../blocks/block.ts'
import { BlockTree } from '../blocks/tree.tsx'
import { Listing } from './listing.tsx'
import { headOf } from './page-head.ts'
import { Post } from './post.tsx'
import type { PreparedPost, PreparedRoute } from './prepared-route.ts'
import type { PreparedSite } from './prepared-site.ts'
import { type Drawing, renderShell } from './shell.tsx'
import type { Stylesheet } from './stylesheet.ts'

export interface RenderOptions {
  /** Scheme and host that links to the site begin with. */
  origin: string
  page: PageView
  stylesheet: Stylesheet
  /** ISO 8601 instant of the last change to what is drawn, if known. */
  changedAt?: string | undefined
  /** The path it is known by, where it stands in place of a translation. */
  original?: string | undefined
  /** It is shown where there is no page. */
  isLost?: boolean
}

/** A page, post or listing as a whole HTML document. */
export function renderRoute(prepared: PreparedRoute, site: PreparedSite, options: RenderOptions): string {
  return renderShell(draw(prepared, site, options), site, options)
}

function draw(prepared: PreparedRoute, preparedSite: PreparedSite, options: RenderOptions): Drawing {
  const { site } = preparedSite
  const { page } = options
  const head = headOf(prepared.route, preparedSite, options)
  switch (prepared.kind) {
    case 'page': {
      const { nodes, types, hasHeading } = prepared.body
      const heading = !hasHeading && <h1 class="hidden">{prepared.route.title}</h1>
      const tree = <BlockTree nodes={nodes} around={{ site, page, data: prepared.route.data }} />
      return { head, pieces: types, main: [heading, tree] }
    }
    case 'post':
      return { head, pieces: piecesOf(prepared), main: <Post post={prepared} site={site} {...options} /> }
    case 'listing':
      return {
        head,
        pieces: ['posts', 'listing', 'pager', ...(prepared.route.author ? ['post-foot'] : [])],
        main: <Listing listing={prepared.route} locale={site.locale} />,
      }
  }
}

/** Only what the post shows, so that one without comments or code does not carry their styles. */
const piecesOf = ({ route, threads, hasCode }: PreparedPost): string[] => [
  ...['rich-text', 'post', 'post-foot'],
  ...(hasCode ? ['code-colors'] : []),
  ...(route.takesComments ? ['form'] : []),
  ...(route.takesComments || threads.length > 0 ? ['comments'] : []),
  ...(route.related?.length ? ['posts'] : []),
]
