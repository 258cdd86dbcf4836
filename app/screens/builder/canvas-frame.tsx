import { effect, type ReadonlySignal } from '@preact/signals'
import { render } from 'preact'
import { CanvasPage } from '#sites/canvas/canvas-page.tsx'
import { canvasStyle } from '#sites/canvas/canvas-style.ts'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'
import type { Editor } from './editor.ts'
import { InlineText } from './inline-text.ts'
import { nodeIdAt } from './node-id-at.ts'
import { PluginDrawings } from './plugin-drawings.ts'

/** What a canvas looks like beyond the site itself: outlines, and places that wait for blocks. */
const EDITING = `
[data-node]{cursor:default}
[data-edit]{cursor:text}
[data-node]:hover{outline:1px solid #2563eb80;outline-offset:-1px}
[data-edit]:hover{box-shadow:0 0 0 2px #2563eb33;border-radius:2px}
[data-edit]:focus{outline:2px solid #2563eb;outline-offset:3px;border-radius:2px}
@media (width>=64rem){[data-node][data-block][data-hide][data-hide~=desktop]{display:block;opacity:.3}}
@media (40rem<=width<64rem){[data-node][data-block][data-hide][data-hide~=tablet]{display:block;opacity:.3}}
@media (width<40rem){[data-node][data-block][data-hide][data-hide~=phone]{display:block;opacity:.3}}
[data-empty-slot]{min-height:72px;border:1.5px dashed #94a3b8;border-radius:8px}
:is(.site-header,.site-footer)[inert]{opacity:.92}
main[inert]{opacity:.5}
`

export interface CanvasFrame {
  document: Document
  stop: () => void
}

interface FrameOptions {
  editor: Editor
  canvas: ReadonlySignal<Canvas>
  page: PageDetail
  /** Colours, fonts and corners; may be one that is being tried. */
  theme: ReadonlySignal<Theme>
  onDrawn: () => void
}

/** Draws the page into an iframe's document and keeps it drawn. Nothing in it leads anywhere. */
export function startCanvas(
  document: Document,
  { editor, canvas, page, theme, onDrawn }: FrameOptions,
): CanvasFrame {
  const inline = new InlineText(editor)
  const drawings = new PluginDrawings(canvas.peek().websiteId)
  const style = document.createElement('style')
  const selection = document.createElement('style')
  for (const each of [style, selection]) document.head.appendChild(each)
  document.documentElement.lang = canvas.peek().site.locale

  const stops = [
    effect(() => {
      style.textContent = canvasStyle({ theme: theme.value }) + EDITING
      onDrawn()
    }),
    effect(() => {
      const drawn = inline.drawn(editor.document.value)
      const edit = editor.isReadOnly ? undefined : inline.attributes
      render(
        <CanvasPage
          canvas={canvas.value}
          kind={page.kind}
          pageId={page.id}
          document={drawn}
          drawn={editor.isReadOnly ? {} : drawings.dataOf(drawn, canvas.value.plugins.active)}
          path={page.path ?? '/'}
          {...(edit && { edit })}
        />,
        document.body,
      )
      onDrawn()
    }),
    effect(() => {
      selection.textContent = editor.selected.value
        .map((id) => `[data-node="${id}"]{outline:2px solid #2563eb!important;outline-offset:-2px}`)
        .join('')
      onDrawn()
    }),
  ]
  document.addEventListener('click', (event) => onClick(event, editor))
  // The middle button opens links in another tab.
  document.addEventListener('auxclick', (event) => event.preventDefault())
  document.addEventListener('submit', (event) => event.preventDefault())
  return {
    document,
    stop: () => {
      for (const stop of stops) stop()
      drawings.stop()
      render(null, document.body)
    },
  }
}

function onClick(event: MouseEvent, editor: Editor): void {
  event.preventDefault()
  const id = nodeIdAt(event.target)
  const { selected } = editor
  if (!id) selected.value = []
  else if (!(event.shiftKey || event.ctrlKey || event.metaKey)) selected.value = [id]
  else if (selected.value.includes(id)) selected.value = selected.value.filter((each) => each !== id)
  else selected.value = [...selected.value, id]
}
