import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { CanvasPage } from '#sites/canvas/canvas-page.tsx'
import { canvasStyle } from '#sites/canvas/canvas-style.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { BlockChange } from '#workers/sites/page-comparison.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { nodeIdAt } from '../builder/node-id-at.ts'

const EMPTY_PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>'
const DESKTOP_PX = 1280

const colors: Record<BlockChange['kind'], string> = {
  ...{ added: '#16a34a', changed: '#d97706', moved: '#2563eb', removed: '#dc2626' },
}

/** The blocks of a version that tell it from the other one, each in the colour of what became of it. */
export const outlinesOf = (changes: readonly BlockChange[]): string =>
  changes
    .map(({ id, kind }) => `[data-node="${id}"]{outline:3px solid ${colors[kind]};outline-offset:-3px}`)
    .join('')

interface StillCanvasProps {
  title: string
  canvas: Canvas
  document: PageDocument
  path: string
  /** Outlines of blocks, as CSS. */
  outlines: string
  /** The width the page is drawn at. */
  device?: number
  onReady?: (document: Document) => void
  /** Somebody chose a block, or what is none. */
  onPick?: (nodeId: string | undefined) => void
}

/** A page as visitors would see it, to be looked at only, made smaller where there is less room. */
export function StillCanvas(props: StillCanvasProps) {
  const { title, canvas, document: page, path, outlines, device = DESKTOP_PX, onReady, onPick } = props
  const area = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [inside, setInside] = useState<Document | undefined>()

  useEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // Drawn anew whenever what is shown changes.
  useEffect(() => {
    if (!inside) return
    const edit = () => ({})
    render(<CanvasPage {...{ canvas, path, edit }} kind="page" document={page} />, inside.body)
    const [style] = inside.head.querySelectorAll('style')
    if (style) style.textContent = canvasStyle(canvas.site) + outlines
  }, [inside, page, canvas, outlines])
  useEffect(() => () => void (inside && render(null, inside.body)), [inside])

  const start = ({ contentDocument }: HTMLIFrameElement) => {
    if (!contentDocument) return
    contentDocument.documentElement.lang = canvas.site.locale
    contentDocument.head.appendChild(contentDocument.createElement('style'))
    const onClick = (event: Event) => {
      event.preventDefault()
      pick.current?.(nodeIdAt(event.target))
    }
    contentDocument.addEventListener('click', onClick)
    contentDocument.addEventListener('auxclick', (event) => event.preventDefault())
    contentDocument.addEventListener('submit', (event) => event.preventDefault())
    setInside(contentDocument)
    onReady?.(contentDocument)
  }
  const scale = size.width > 0 ? Math.min(1, size.width / device) : 1
  return (
    <div ref={area} class="still-canvas">
      {size.width > 0 && (
        <iframe
          {...{ title }}
          srcdoc={EMPTY_PAGE}
          class="builder-frame"
          onLoad={(event) => start(event.currentTarget)}
          style={{
            width: `${Math.max(device, size.width / scale)}px`,
            height: `${size.height / scale}px`,
            transform: scale < 1 ? `scale(${scale})` : undefined,
          }}
        />
      )}
    </div>
  )
}
