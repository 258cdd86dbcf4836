import { Pencil } from 'lucide-preact'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import { builderHref } from './page-kinds.ts'

interface PartLinksProps {
  parts: Canvas['parts']
  kind: PageDetail['kind']
  document: Document
  scale: number
  /** Changes whenever the canvas was drawn or scrolled: the links follow what they lead to. */
  drawings: number
}

/** Over the header and footer: the way to where they are edited. */
export function PartLinks({ parts, kind, document, scale }: PartLinksProps) {
  const places = [
    { part: 'header', id: parts.header, element: document.querySelector('.site-header') },
    { part: 'footer', id: parts.footer, element: document.querySelector('.site-footer') },
  ]
  return (
    <>
      {places.map(({ part, id, element }) => {
        const box = element?.getBoundingClientRect()
        if (!id || !box?.height || part === kind) return null
        return (
          <a
            key={part}
            href={builderHref(id)}
            class="builder-part"
            aria-label={`Edit the ${part}`}
            style={{
              top: `${box.top * scale}px`,
              left: `${box.left * scale}px`,
              width: `${box.width * scale}px`,
              height: `${box.height * scale}px`,
            }}
          >
            <span class="btn btn-sm">
              <Pencil aria-hidden="true" />
              Edit {part}
            </span>
          </a>
        )
      })}
    </>
  )
}
