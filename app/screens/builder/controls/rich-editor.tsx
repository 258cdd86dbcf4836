import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import type { KnownAddresses } from './addresses.ts'
import { tidied } from './rich-html.ts'
import { RichLink } from './rich-link.tsx'
import type { Editor } from './rich-surface.ts'
import { RichToolbar } from './rich-toolbar.tsx'

interface RichEditorProps {
  label: string
  html: string
  known: KnownAddresses
  onChange: (html: string) => void
  onBlur: () => void
}

const look =
  '[&_.ProseMirror]:max-h-96 [&_.ProseMirror]:min-h-32 [&_.ProseMirror]:overflow-auto [&_.ProseMirror]:px-2.5 [&_.ProseMirror]:py-2 [&_.ProseMirror]:outline-none [&_a]:text-brand-fg [&_a]:underline [&_blockquote]:border-l-2 [&_blockquote]:border-line-strong [&_blockquote]:pl-3 [&_code]:font-mono [&_code]:text-12 [&_h2]:text-16 [&_h2]:font-semibold [&_h3]:text-14 [&_h3]:font-semibold [&_h4]:font-semibold [&_hr]:my-3 [&_hr]:border-line-strong [&_ol]:list-decimal [&_ol]:pl-5 [&_pre]:rounded-sm [&_pre]:bg-surface-3 [&_pre]:p-2 [&_ul]:list-disc [&_ul]:pl-5 [&_.ProseMirror>*+*]:mt-2'

/** Writing with formats, in a surface whose code comes when it is first needed. */
export function RichEditor({ label, html, known, onChange, onBlur }: RichEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isLinking, setLinking] = useState(false)
  const { editor, hasFailed, retry } = useSurface({ place, label, html, onChange })

  return (
    <div
      class="rounded-md border border-line-strong bg-surface shadow-1 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-(--ring)"
      onFocusOut={onBlur}
    >
      {editor && <RichToolbar editor={editor} onLink={() => setLinking(true)} />}
      {!editor && !hasFailed && (
        <div class="grid min-h-48 content-start gap-2 p-3" role="status" aria-label="Loading">
          <Skeleton height={24} />
          <Skeleton width="80%" />
          <Skeleton width="60%" />
        </div>
      )}
      {hasFailed && (
        <div class="grid min-h-48 place-content-center justify-items-center gap-2 text-fg-2" role="alert">
          The editor could not be loaded.
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      <div ref={place} class={look} hidden={!editor} />
      {editor && isLinking && <RichLink editor={editor} known={known} onClose={() => setLinking(false)} />}
    </div>
  )
}

interface SurfaceUse extends Pick<RichEditorProps, 'label' | 'html' | 'onChange'> {
  place: { current: HTMLDivElement | null }
}

function useSurface({ place, label, html, onChange }: SurfaceUse) {
  const [editor, setEditor] = useState<Editor | undefined>()
  const [hasFailed, setFailed] = useState(false)
  const [attempt, retry] = useReducer((count: number) => count + 1, 0)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const now = useRef({ html, onChange })
  const reported = useRef(html)
  now.current = { html, onChange }

  // The surface is opened once; what it shows later comes through the effect below.
  useEffect(() => {
    let isCurrent = true
    let opened: Editor | undefined
    setFailed(false)
    import('./rich-surface.ts').then(
      ({ openSurface }) => {
        if (!isCurrent || !place.current) return
        const report = (text: string) => {
          reported.current = tidied(text)
          now.current.onChange(reported.current)
        }
        opened = openSurface({ element: place.current, html: now.current.html, label, onChange: report })
        opened.on('transaction', () => redraw(undefined))
        setEditor(opened)
      },
      () => isCurrent && setFailed(true),
    )
    return () => {
      isCurrent = false
      opened?.destroy()
    }
  }, [attempt])

  useEffect(() => {
    if (!editor || html === reported.current) return
    reported.current = html
    editor.commands.setContent(html, { emitUpdate: false })
  }, [html, editor])

  return { editor, hasFailed, retry: () => retry(undefined) }
}
