import {
  ArrowUpRight,
  Check,
  CloudOff,
  Monitor,
  PanelLeft,
  PanelRight,
  Redo2,
  Smartphone,
  Tablet,
  TriangleAlert,
  Undo2,
} from 'lucide-preact'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton, LinkButton } from '../../ui/button.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { PageLanguages } from '../languages/page-languages.tsx'
import { PageActions } from '../review/page-actions.tsx'
import { WhoIsHere } from '../review/who-is-here.tsx'
import type { Publishing } from '../sites/publishing.tsx'
import type { Device, Editor } from './editor.ts'
import { kindNames } from './page-kinds.ts'
import { PageMenu } from './page-menu.tsx'
import type { SaveState } from './save-queue.ts'

const devices: readonly { value: Device; label: preact.JSX.Element; title: string }[] = [
  { value: 'desktop', label: <Monitor aria-label="Desktop" />, title: 'Desktop, 1280 pixels' },
  { value: 'tablet', label: <Tablet aria-label="Tablet" />, title: 'Tablet, 768 pixels' },
  { value: 'phone', label: <Smartphone aria-label="Phone" />, title: 'Phone, 390 pixels' },
]

interface BarProps {
  editor: Editor
  page: PageDetail
  canvas: Canvas
  website: Website | undefined
  publishing: Publishing
  onPublish: () => void
  onToggle: (side: 'left' | 'right') => void
}

export function BuilderBar({ editor, page, canvas, website, publishing, onPublish, onToggle }: BarProps) {
  const may = useMay()
  const canEdit = !editor.isReadOnly
  const isLive = website?.status === 'live' && page.kind === 'page' && page.status === 'published'
  return (
    <div class="builder-bar">
      <IconButton
        label={canEdit ? 'Blocks and layers' : 'Comments'}
        class="builder-only-narrow"
        onClick={() => onToggle('left')}
      >
        <PanelLeft />
      </IconButton>
      <h1 class="sr">{page.title}</h1>
      <PageMenu page={page} canvas={canvas} />
      {page.kind !== 'page' && <Badge tone="brand">{kindNames[page.kind]}</Badge>}
      {page.kind === 'page' && <PageLanguages pageId={page.id} />}
      {page.status === 'draft' && <Badge>Draft</Badge>}
      {canEdit ? <Saving state={editor.saving.state.value} /> : <Badge>Read only</Badge>}
      <WhoIsHere />
      <span class="flex-1" />
      <span class="max-md:hidden">
        <Segmented
          label="Width of the page"
          value={editor.device.value}
          options={devices}
          onChange={(device) => {
            editor.device.value = device
          }}
        />
      </span>
      <span class="flex-1 max-md:hidden" />
      {canEdit && <Steps editor={editor} />}
      {isLive && (
        <LinkButton
          href={website.url + page.path}
          target="_blank"
          class="max-sm:hidden"
          icon={<ArrowUpRight />}
          aria-label="Open the page on the website"
        />
      )}
      {canEdit && <PageActions {...{ editor, page }} websiteId={canvas.websiteId} />}
      {may('sites:publish') && (
        <Button look="primary" isBusy={publishing.isGoing} onClick={onPublish}>
          {publishing.isGoing ? 'Publishing' : 'Publish'}
        </Button>
      )}
      {canEdit && (
        <IconButton label="Properties" class="builder-only-narrow" onClick={() => onToggle('right')}>
          <PanelRight />
        </IconButton>
      )}
    </div>
  )
}

function Steps({ editor }: { editor: Editor }) {
  return (
    <>
      <IconButton label="Undo (Ctrl+Z)" disabled={!editor.canUndo.value} onClick={() => editor.undo()}>
        <Undo2 />
      </IconButton>
      <IconButton label="Redo (Ctrl+Shift+Z)" disabled={!editor.canRedo.value} onClick={() => editor.redo()}>
        <Redo2 />
      </IconButton>
    </>
  )
}

const states: Record<SaveState, { icon: preact.JSX.Element; text: string }> = {
  saved: { icon: <Check size={14} aria-hidden="true" />, text: 'Saved' },
  saving: { icon: <span class="spinner" />, text: 'Saving' },
  offline: { icon: <CloudOff size={14} aria-hidden="true" />, text: 'Offline. Kept in this browser' },
  refused: { icon: <TriangleAlert size={14} aria-hidden="true" />, text: 'Not saved' },
}

function Saving({ state }: { state: SaveState }) {
  const { icon, text } = states[state]
  return (
    <span class="builder-saving" role="status" data-state={state}>
      {icon}
      <span class="max-sm:hidden">{text}</span>
    </span>
  )
}
