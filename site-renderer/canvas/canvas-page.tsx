import { bindDocument } from '#workers/collections/bind-document.contract.ts'
import { isDrawn, pluginOf } from '#workers/plugins/plugin-blocks.contract.ts'
import { blockDataOf } from '#workers/sites/block-data.contract.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { withSections } from '#workers/sites/expand-sections.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import type { BlockData } from '#workers/sites/snapshot.contract.ts'
import type { PageView } from '../blocks/block.ts'
import { prepareDocument } from '../blocks/prepare.ts'
import { type Around, BlockTree } from '../blocks/tree.tsx'
import { withOrigin } from './with-origin.ts'

interface CanvasPageProps {
  canvas: Canvas
  /** What is drawn of the site: a page or section, or what stands around every page. */
  kind: PageDetail['kind']
  /** Which page it is; one that shows entries is drawn with the first of them. */
  pageId?: string
  document: PageDocument
  /** What blocks of plugins show, where somebody asked for it. */
  drawn?: Record<string, BlockData>
  path: string
  /** Marks texts as editable; without it the page is drawn as visitors see it. */
  edit?: Around['edit']
}

/** A page between its site's header and footer, drawn by the same blocks as at the edge. What is not edited is inert. */
export function CanvasPage({ canvas, kind, pageId, document, drawn = {}, path, edit }: CanvasPageProps) {
  const { header, footer, ...site } = canvas.site
  const isAround = kind === 'header' || kind === 'footer'
  const shown = withKnownSections(isAround ? canvas.home : document, canvas)
  const main = withOrigin(withFirstEntry(shown, canvas, pageId), canvas.origin)
  const edited = withOrigin(withKnownSections(document, canvas), canvas.origin)
  const page = { path, year: new Date().getFullYear(), ...languagesOf(canvas) }
  const seen = {
    site,
    page,
    data: { ...blockDataOf(main, canvas), ...drawn },
    offNotice: offNoticeOf(canvas),
  }
  const aroundOf = (part: string) => (edit && part === kind ? { ...seen, edit } : seen)
  return (
    <>
      <header class="site-header" inert={kind !== 'header'}>
        <BlockTree
          nodes={prepareDocument(kind === 'header' ? edited : header).nodes}
          around={{ ...aroundOf('header'), data: {} }}
        />
      </header>
      <main id="content" inert={isAround}>
        <BlockTree
          nodes={prepareDocument(main, { leads: true }).nodes}
          around={edit && !isAround ? { ...seen, edit } : seen}
        />
      </main>
      <footer class="site-footer" inert={kind !== 'footer'}>
        <BlockTree
          nodes={prepareDocument(kind === 'footer' ? edited : footer).nodes}
          around={{ ...aroundOf('footer'), data: {} }}
        />
      </footer>
    </>
  )
}

const withKnownSections = (document: PageDocument, { sections }: Canvas): PageDocument =>
  withSections(document, new Map(sections.map((section) => [section.id, section.document])))

function withFirstEntry(document: PageDocument, canvas: Canvas, pageId: string | undefined): PageDocument {
  const collection = canvas.collections.find(({ templatePageId }) => templatePageId === pageId)
  const [entry] = collection?.entries ?? []
  return pageId && collection && entry
    ? bindDocument(document, { collection, entry, locale: canvas.locale })
    : document
}

/** The languages of a site that speaks several, so that what switches them can be seen. */
function languagesOf({ languages, site: { locale } }: Canvas): Pick<PageView, 'languages'> {
  if (languages.length < 2) return {}
  return {
    languages: languages.map(({ code, name, prefix }) => ({
      ...{ code, name, isCurrent: code === locale, href: prefix || '/' },
    })),
  }
}

/** Blocks of plugins that are switched off keep their place while a page is edited; visitors see nothing there. */
function offNoticeOf({ plugins }: Canvas): NonNullable<Around['offNotice']> {
  const active = new Set(plugins.active)
  return ({ block, props }) => {
    // safe: a block's own schema has read them from a document
    const node = { type: block.type, props: props as PageDocument['nodes'][string]['props'] }
    if (isDrawn(node, active)) return undefined
    return `Visitors do not see this block: the plugin “${pluginOf(node)}” is not on for this website.`
  }
}
