import type { Signal } from '@preact/signals'
import {
  History as HistoryIcon,
  Layers as LayersIcon,
  LayoutGrid,
  MessageSquare,
  Palette as PaletteIcon,
  Settings2,
} from 'lucide-preact'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import type { Comparison } from '../review/page-comparison.tsx'
import { useTogether } from '../review/together.ts'
import type { Editor } from './editor.ts'
import { Layers } from './layers.tsx'
import { isSitePage } from './page-kinds.ts'
import { Palette } from './palette.tsx'

export type Tool = 'blocks' | 'layers' | 'page' | 'design' | 'comments' | 'history'

/** Panels that wait until somebody opens them. */
const loadSettings = async () => (await import('./page-settings.tsx')).PageSettings
const loadDesign = async () => (await import('./design.tsx')).Design
const loadComments = async () => (await import('../review/comments-panel.tsx')).CommentsPanel
const loadHistory = async () => (await import('./history.tsx')).History

const tools: readonly { id: Tool; label: string; icon: preact.JSX.Element }[] = [
  { id: 'blocks', label: 'Blocks', icon: <LayoutGrid size={16} aria-hidden="true" /> },
  { id: 'layers', label: 'Layers', icon: <LayersIcon size={16} aria-hidden="true" /> },
  { id: 'page', label: 'Page settings', icon: <Settings2 size={16} aria-hidden="true" /> },
  { id: 'design', label: 'Design', icon: <PaletteIcon size={16} aria-hidden="true" /> },
  { id: 'comments', label: 'Comments', icon: <MessageSquare size={16} aria-hidden="true" /> },
  { id: 'history', label: 'History', icon: <HistoryIcon size={16} aria-hidden="true" /> },
]

interface SidePanelProps {
  canvas: Canvas
  editor: Editor
  page: PageDetail
  frame: Signal<HTMLIFrameElement | null>
  comparison: Signal<Comparison | undefined>
  theme: Signal<Theme>
  tool: Tool
  onTool: (tool: Tool) => void
  onPage: (page: PageDetail) => void
  /** The panel has done its work: on a phone it makes room for the page. */
  onDone: () => void
}

/** What can be put on the page, what stands on it, what is said about it, and what it was. */
export function SidePanel({
  canvas,
  editor,
  page,
  frame,
  comparison,
  theme,
  tool,
  onTool,
  onPage,
  onDone,
}: SidePanelProps) {
  const show = (nodeId: string) =>
    frame.value?.contentDocument
      ?.querySelector(`[data-node="${nodeId}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  const choose = (next: Tool) => {
    comparison.value = undefined
    onTool(next)
  }
  const onFail = () => choose('blocks')
  const onCompare = (versions: Comparison | undefined) => {
    comparison.value = versions
  }
  const unread = useTogether().threads.unreadCount.value
  const { sections } = canvas
  // Whoever may only look can still say something.
  const offered = tools.filter(({ id }) =>
    editor.isReadOnly ? id === 'comments' : id !== 'page' || isSitePage(page),
  )
  const current = tools.find(({ id }) => id === tool)
  return (
    <aside class="builder-side" aria-label="Tools">
      <nav class="builder-rail" aria-label="Builder">
        {offered.map(({ id, label, icon }) => (
          <button
            key={id}
            type="button"
            class="builder-rail-button"
            aria-pressed={id === tool}
            aria-label={label}
            title={label}
            onClick={() => choose(id)}
          >
            {icon}
            {id === 'comments' && unread > 0 && <UnreadCount count={unread} />}
          </button>
        ))}
      </nav>
      <div class="builder-tool">
        <h2 class="builder-tool-title">{current?.label}</h2>
        {tool === 'blocks' && (
          <Palette
            {...{ editor, frame, sections }}
            plugins={canvas.plugins}
            kind={page.kind}
            onInserted={onDone}
          />
        )}
        {tool === 'layers' && <Layers {...{ editor, frame, sections }} onAdd={() => choose('blocks')} />}
        {tool === 'page' && isSitePage(page) && (
          <OnDemand key="page" {...{ load: loadSettings, onFail }} props={{ page, onChanged: onPage }} />
        )}
        {tool === 'design' && (
          <OnDemand
            key="design"
            {...{ load: loadDesign, onFail }}
            props={{ websiteId: canvas.websiteId, theme }}
          />
        )}
        {tool === 'comments' && (
          <OnDemand key="comments" {...{ load: loadComments, onFail }} props={{ editor, onShow: show }} />
        )}
        {tool === 'history' && (
          <OnDemand
            key="history"
            {...{ load: loadHistory, onFail }}
            props={{ editor, page, onCompare, onRestored: onPage }}
          />
        )}
      </div>
    </aside>
  )
}

function UnreadCount({ count }: { count: number }) {
  return (
    <span class="rail-count">
      {count}
      <span class="sr"> unread</span>
    </span>
  )
}
