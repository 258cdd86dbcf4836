import { render } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { CanvasPage } from '#sites/canvas/canvas-page.tsx'
import { canvasStyle } from '#sites/canvas/canvas-style.ts'
import type { TemplatePreview } from '#workers/sites/templates.contract.ts'

const EMPTY_PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body></body></html>'

interface TemplateFrameProps {
  canvas: TemplatePreview['canvas']
  page: TemplatePreview['pages'][number]
  width: number
  /** A link on the page led to another page. */
  onOpen: (path: string) => void
}

/** A page as its visitors would see it, made smaller where the window is narrower. */
export function TemplateFrame({ canvas, page, width, onOpen }: TemplateFrameProps) {
  const area = useRef<HTMLDivElement>(null)
  const [frame, setFrame] = useState<Document | undefined>()
  const [room, setRoom] = useState(0)

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!frame) return
    frame.documentElement.scrollTop = 0
    render(<CanvasPage canvas={canvas} kind="page" document={page.document} path={page.path} />, frame.body)
  }, [frame, canvas, page])
  useEffect(
    () => () => {
      if (frame) render(null, frame.body)
    },
    [frame],
  )

  const start = ({ contentDocument }: HTMLIFrameElement) => {
    if (!contentDocument) return
    const style = contentDocument.createElement('style')
    style.textContent = canvasStyle(canvas.site)
    contentDocument.head.appendChild(style)
    contentDocument.addEventListener('submit', (event) => event.preventDefault())
    contentDocument.addEventListener('click', (event) => follow(event, onOpen))
    setFrame(contentDocument)
  }

  const scale = room > 0 ? Math.min(1, room / width) : 1
  const height = Math.max(420, innerHeight * 0.62)
  return (
    <div
      ref={area}
      class="overflow-hidden rounded-lg border border-line bg-surface-3"
      style={{ height: `${height}px` }}
    >
      {room > 0 && (
        <div class="mx-auto h-full overflow-hidden bg-white" style={{ width: `${width * scale}px` }}>
          <iframe
            title={page.title}
            class="block origin-top-left border-0"
            srcdoc={EMPTY_PAGE}
            onLoad={(event) => start(event.currentTarget)}
            style={{
              width: `${width}px`,
              height: `${height / scale}px`,
              transform: scale < 1 ? `scale(${scale})` : undefined,
            }}
          />
        </div>
      )}
    </div>
  )
}

/** Links open the page they name; none leaves the frame. */
function follow(event: MouseEvent, onOpen: (path: string) => void) {
  // safe: what is clicked is an element, if of another document than ours
  const link = (event.target as Element | null)?.closest?.('a[href]')
  const href = link?.getAttribute('href') ?? ''
  if (!link || href.startsWith('#')) return
  event.preventDefault()
  if (href.startsWith('/')) onOpen(href.replace(/[#?].*$/, ''))
}
