import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toasts.tsx'
import type { KnownAddresses } from '../../builder/controls/addresses.ts'
import { RichLink } from '../../builder/controls/rich-link.tsx'
import type { BlockTool, Question } from './block-tools.ts'
import { insertAsset, keepPlaces } from './insert-asset.ts'
import { InsertDialog } from './insert-dialogs.tsx'
import { FilesUnderWay, filesOf, useInsertedFiles } from './inserted-files.tsx'
import { matchingTools, runTool, SlashMenu, slashIn } from './slash-menu.tsx'
import type { Editor } from './surface.ts'
import { WritingToolbar } from './writing-toolbar.tsx'
import './writing.css'

interface WritingProps {
  label: string
  html: string
  onChange: (html: string) => void
  /** Whose library files come from and go to; without one there are no files. */
  websiteId: string
}

const nowhere: KnownAddresses = { pages: [], anchors: [] }

/** A post as it will read, edited in place. */
export function Writing({ label, html, onChange, websiteId }: WritingProps) {
  const place = useRef<HTMLDivElement>(null)
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false)
  const take = useRef<FileTaker>(() => false)
  const { editor, hasFailed, retry } = useSurface({ place, label, html, onChange, keys, take })
  const files = useFilesIn(editor, websiteId)
  take.current = files.take
  const [question, ask] = useState<Question | undefined>()
  const [isLinking, setLinking] = useState(false)

  const slash = useSlash(editor, ask)
  keys.current = (event) => {
    const isLink = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    const isTaken = isLink || slash.onKey(event)
    if (isLink) setLinking(true)
    if (!isTaken) return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return (
    <div class="rounded-md border border-line-strong bg-surface focus-within:border-brand">
      {editor && <WritingToolbar editor={editor} onLink={() => setLinking(true)} ask={ask} />}
      <FilesUnderWay items={files.items} leave={files.leave} />
      {!editor && !hasFailed && (
        <div class="p-5">
          <SkeletonLines lines={7} />
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
      <div ref={place} class="writing" hidden={!editor} />
      {editor && slash.tools.length > 0 && (
        <SlashMenu editor={editor} tools={slash.tools} chosen={slash.current} onChoose={slash.choose} />
      )}
      {editor && question && (
        <InsertDialog {...{ question, editor, websiteId }} onClose={() => ask(undefined)} />
      )}
      {editor && isLinking && <RichLink editor={editor} known={nowhere} onClose={() => setLinking(false)} />}
    </div>
  )
}

/** The menu a slash opens: which tools are offered, and what the keys do to it. */
function useSlash(editor: Editor | undefined, ask: (question: Question) => void) {
  const [chosen, setChosen] = useState(0)
  const [closed, setClosed] = useState<string | undefined>()
  const typed = editor && slashIn(editor)
  const tools = typed === undefined || typed === closed ? [] : matchingTools(typed)
  const current = Math.min(chosen, tools.length - 1)

  const choose = (tool: BlockTool) => {
    setChosen(0)
    if (editor) runTool(editor, tool, ask)
  }
  const onKey = ({ key }: KeyboardEvent): boolean => {
    const tool = tools[current]
    if (!tool) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step) setChosen((current + step + tools.length) % tools.length)
    else if (key === 'Enter' || key === 'Tab') choose(tool)
    else if (key === 'Escape') setClosed(typed)
    else return false
    return true
  }
  return { tools, current, choose, onKey }
}

type FileTaker = (data: DataTransfer | null, place: number) => boolean

/** Files that are pasted and dropped into a text; each comes to stand where it was put, whatever is typed meanwhile. */
function useFilesIn(editor: Editor | undefined, websiteId: string) {
  const places = useMemo(() => editor && keepPlaces(editor), [editor])
  const { add, items, leave } = useInsertedFiles(websiteId, (key, asset) => {
    const at = places?.get(key)
    places?.delete(key)
    if (editor && asset && at !== undefined) insertAsset(editor, asset, at)
  })
  const take: FileTaker = (data, place) => {
    const files = filesOf(data)
    if (files.length === 0) return false
    if (!websiteId) toast('Choose the website first: files go into its library.')
    else for (const key of add(files)) places?.set(key, place)
    return true
  }
  return { take, items, leave }
}

interface SurfaceUse extends Omit<WritingProps, 'websiteId'> {
  place: { current: HTMLDivElement | null }
  keys: { current: (event: KeyboardEvent) => boolean }
  take: { current: FileTaker }
}

function useSurface({ place, label, html, onChange, keys, take }: SurfaceUse) {
  const [editor, setEditor] = useState<Editor | undefined>()
  const [hasFailed, setFailed] = useState(false)
  const [attempt, retry] = useReducer((count: number) => count + 1, 0)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const now = useRef({ html, onChange })
  now.current = { html, onChange }

  // Opened once: what is typed leads to the draft, and a draft that comes from elsewhere opens another one.
  useEffect(() => {
    let isCurrent = true
    let opened: Editor | undefined
    setFailed(false)
    import('./surface.ts').then(
      ({ openSurface }) => {
        if (!isCurrent || !place.current) return
        opened = openSurface({
          ...{ element: place.current, html: now.current.html, label },
          onChange: (next) => now.current.onChange(next),
          onKey: (event) => keys.current(event),
          onFiles: (data, position) => take.current(data, position),
        })
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
  return { editor, hasFailed, retry: () => retry(undefined) }
}
