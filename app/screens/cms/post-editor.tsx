import { Maximize2, Minimize2 } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Post } from '#workers/cms/posts.contract.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { UnsavedGuard } from '../../shell/unsaved.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { type PostDraft, postFieldNames } from './post-draft.ts'
import { PostPreview } from './post-preview.tsx'
import { PostSettings } from './post-settings.tsx'
import { useAutosave, useKeptDraft } from './unsaved-draft.ts'
import { Writing } from './writing/writing.tsx'

interface PostEditorProps {
  first: PostDraft
  /** What the draft is kept under in this browser until it is saved. */
  keptAs: string
  /** Answers whether the draft is saved. One saved by itself is left as it is on the screen. */
  onSave: (draft: PostDraft, isByItself: boolean) => Promise<boolean>
  /** A draft that nobody reads yet is saved while it is written. */
  savesByItself?: boolean
  /** Empty until one is chosen for a new post. */
  websiteId: string
  /** As it is saved; a new one is not yet. */
  post?: Post
  website?: (error: { error?: string }) => ComponentChildren
  notice?: ComponentChildren
  /** Stands above the settings. */
  beside?: ComponentChildren
  actions?: (isDirty: boolean) => ComponentChildren
}

type View = 'write' | 'markdown' | 'preview'
const views: readonly { value: View; label: string }[] = [
  { value: 'write', label: 'Write' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'preview', label: 'Preview' },
]

export function PostEditor(props: PostEditorProps) {
  const {
    first,
    keptAs,
    onSave,
    savesByItself = false,
    websiteId,
    post,
    website,
    notice,
    beside,
    actions,
  } = props
  const canWrite = useMay()('content:write')
  const [draft, setDraft] = useState(first)
  const [saved, setSaved] = useState(first)
  const form = useForm(postFieldNames)
  const isDirty = draft !== saved
  const change = (next: Partial<PostDraft>) => setDraft((now) => ({ ...now, ...next }))

  const { kept, forget } = useKeptDraft(keptAs, draft, isDirty)
  const [times, setTimes] = useState(0)
  const isSavingItself = useAutosave({
    isOn: savesByItself && canWrite && isDirty && draft.status === 'draft' && draft.title.trim() !== '',
    draft,
    save: async (now) => {
      if (await onSave(now, true)) setSaved(now)
    },
  })
  const restore = () => {
    if (kept) setDraft(kept)
    forget()
    setTimes(times + 1)
  }

  const save = (event: Event) =>
    form.submit(event, async () => {
      if (await onSave(draft, false)) setSaved(draft)
    })

  return (
    <form onSubmit={save} noValidate>
      <UnsavedGuard isDirty={isDirty} />
      <div class="page-head">
        <h1 class="min-w-0 flex-1 truncate text-16 font-semibold">
          {draft.title || 'Untitled post'}
          {post && <span class="ml-2 text-13 font-normal text-fg-3">{post.websiteName}</span>}
        </h1>
        <span class="text-12 text-fg-3" role="status">
          {stateOf({ isSavingItself, isDirty, savesByItself })}
        </span>
        {actions?.(isDirty)}
        {canWrite && (
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={!isDirty}>
            Save
          </Button>
        )}
      </div>
      <div class="page grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div class="grid grid-cols-1 gap-4">
          {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
          {notice}
          <TextField
            name="title"
            label="Title"
            value={draft.title}
            onChange={(title) => change({ title })}
            required
            isLarge
            {...form.errorAt('title')}
          />
          {kept && <KeptDraft onRestore={restore} onForget={forget} />}
          <Content key={times} {...{ draft, websiteId, onChange: change, error: form.errorAt('content') }} />
        </div>
        <div class="grid grid-cols-1 gap-4">
          {beside}
          <PostSettings
            {...{ draft, websiteId, post, onChange: change, errorAt: form.errorAt }}
            website={website?.(form.errorAt('websiteId'))}
          />
        </div>
      </div>
    </form>
  )
}

function stateOf({ isSavingItself, isDirty, savesByItself }: Record<string, boolean>): string {
  if (isSavingItself) return 'Saving…'
  if (isDirty) return 'Unsaved changes'
  return savesByItself ? 'Saved' : ''
}

function KeptDraft({ onRestore, onForget }: { onRestore: () => void; onForget: () => void }) {
  return (
    <Notice
      tone="warning"
      action={
        <span class="flex gap-2">
          <Button size="sm" onClick={onForget}>
            Discard
          </Button>
          <Button size="sm" look="primary" onClick={onRestore}>
            Restore
          </Button>
        </span>
      }
    >
      This browser kept changes that were not saved.
    </Notice>
  )
}

interface ContentProps {
  draft: PostDraft
  onChange: (change: Partial<PostDraft>) => void
  websiteId: string
  error: { error?: string }
}

/** One text, two ways of writing it, and how it will read; whichever is open begins with what the others made of it. */
function Content({ draft: { title, content }, onChange, websiteId, error }: ContentProps) {
  const [view, setView] = useState<View>('write')
  const [isFull, setFull] = useState(false)
  const change = (html: string) => onChange({ content: html })
  return (
    <div class={isFull ? 'fixed inset-0 z-20 overflow-y-auto bg-surface p-4' : ''}>
      <div class="mb-1.5 flex flex-wrap items-center gap-2">
        <span class="label flex-1 max-sm:basis-full">Content</span>
        <span class="text-12 text-fg-3">{lengthOf(content)}</span>
        <Segmented label="View" value={view} options={views} onChange={setView} />
        <button
          type="button"
          class="btn btn-ghost btn-icon btn-sm"
          aria-label={isFull ? 'Leave full screen' : 'Write in full screen'}
          aria-pressed={isFull}
          onClick={() => setFull(!isFull)}
        >
          {isFull ? <Minimize2 /> : <Maximize2 />}
        </button>
      </div>
      {view === 'write' && <Writing label="Content" {...{ html: content, onChange: change, websiteId }} />}
      {view === 'markdown' && (
        <OnDemand
          load={loadMarkdown}
          props={{ label: 'Content as Markdown', html: content, onChange: change, websiteId }}
          onFail={() => setView('write')}
        />
      )}
      {view === 'preview' && <PostPreview id="preview" title={title} content={content} />}
      {error.error && (
        <p class="mt-1.5 text-12 text-danger-fg" role="alert">
          {error.error}
        </p>
      )}
    </div>
  )
}

const loadMarkdown = () => import('./markdown/markdown-area.tsx').then(({ MarkdownArea }) => MarkdownArea)

const WORDS_A_MINUTE = 220

/** Words, and how long they take to read. */
function lengthOf(html: string): string {
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length
  return `${words} ${words === 1 ? 'word' : 'words'} · ${Math.max(1, Math.ceil(words / WORDS_A_MINUTE))} min read`
}
