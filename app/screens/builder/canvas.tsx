import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Canvas as CanvasFacts } from '#workers/sites/canvas.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'
import { CanvasMarks } from '../review/canvas-marks.tsx'
import { type CanvasFrame, startCanvas } from './canvas-frame.tsx'
import { listenToClipboard } from './clipboard.ts'
import type { Device, Editor } from './editor.ts'
import { listenToKeys } from './keys.ts'
import { PartLinks } from './part-links.tsx'
import { SelectionTools } from './selection-tools.tsx'

export const deviceWidths: Record<Device, number> = { desktop: 1280, tablet: 768, phone: 390 }
const EMPTY_PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>'

interface CanvasProps {
  editor: Editor
  canvas: CanvasFacts
  page: PageDetail
  theme: Signal<Theme>
  frame: Signal<HTMLIFrameElement | null>
  onSave: () => void
}

/** The page as visitors will see it, at the width of a device, made smaller where the window is narrower. */
export function Canvas({ editor, canvas, page, theme, frame, onSave }: CanvasProps) {
  const area = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const [started, setStarted] = useState<CanvasFrame | undefined>()
  const [drawings, setDrawings] = useState(0)
  const facts = useSignal(canvas)
  useEffect(() => {
    facts.value = canvas
  }, [canvas])

  useEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  // The last frame goes with the page it drew.
  useEffect(() => () => started?.stop(), [started])

  const start = (iframe: HTMLIFrameElement) => {
    const { contentDocument } = iframe
    if (!contentDocument) return
    frame.value = iframe
    const onDrawn = () => setDrawings((count) => count + 1)
    setStarted(
      startCanvas(contentDocument, {
        ...{ editor, page, theme, onDrawn, canvas: facts },
      }),
    )
    if (!editor.isReadOnly) {
      listenToKeys(contentDocument, editor, onSave)
      listenToClipboard(contentDocument, editor, () => facts.peek())
    }
    contentDocument.defaultView?.addEventListener('scroll', onDrawn, { passive: true })
  }

  const device = deviceWidths[editor.device.value]
  const scale = size.width > 0 ? Math.min(1, size.width / device) : 1
  return (
    <div ref={area} class="builder-canvas">
      {size.width > 0 && (
        <div class="builder-page" style={{ width: `${device * scale}px` }}>
          <iframe
            title="The page"
            class="builder-frame"
            srcdoc={EMPTY_PAGE}
            onLoad={(event) => start(event.currentTarget)}
            style={{
              width: `${device}px`,
              height: `${size.height / scale}px`,
              transform: scale < 1 ? `scale(${scale})` : undefined,
            }}
          />
          {started && (
            <CanvasMarks editor={editor} document={started.document} scale={scale} drawings={drawings} />
          )}
          {started && !editor.isReadOnly && (
            <>
              <PartLinks
                {...{ scale, drawings }}
                parts={canvas.parts}
                kind={page.kind}
                document={started.document}
              />
              <SelectionTools {...{ editor, canvas, page, scale, drawings }} document={started.document} />
            </>
          )}
        </div>
      )}
    </div>
  )
}
