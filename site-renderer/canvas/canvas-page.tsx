import { blockDataOf } from '#workers/sites/block-data.contract.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { prepareDocument } from '../blocks/prepare.ts'
import { type Around, BlockTree } from '../blocks/tree.tsx'
import { withOrigin } from './with-origin.ts'

interface CanvasPageProps {
  canvas: Canvas
  document: PageDocument
  path: string
  /** Marks texts as editable; without it the page is drawn as visitors see it. */
  edit?: Around['edit']
}

/** A page between its site's header and footer, drawn by the same blocks as at the edge. */
export function CanvasPage({ canvas, document, path, edit }: CanvasPageProps) {
  const { header, footer, ...site } = canvas.site
  const page = { path, year: new Date().getFullYear() }
  const around = { site, page, data: blockDataOf(document, canvas) }
  const prepared = prepareDocument(withOrigin(document, canvas.origin), { leads: true })
  return (
    <>
      <header class="site-header" inert>
        <BlockTree nodes={prepareDocument(header).nodes} around={{ ...around, data: {} }} />
      </header>
      <main id="content">
        <BlockTree nodes={prepared.nodes} around={edit ? { ...around, edit } : around} />
      </main>
      <footer class="site-footer" inert>
        <BlockTree nodes={prepareDocument(footer).nodes} around={{ ...around, data: {} }} />
      </footer>
    </>
  )
}
