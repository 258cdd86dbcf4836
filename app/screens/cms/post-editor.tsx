import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { UnsavedGuard } from '../../shell/unsaved.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { type PostDraft, postFieldNames } from './post-draft.ts'
import { PostPreview } from './post-preview.tsx'
import { PostSettings } from './post-settings.tsx'

interface PostEditorProps {
  first: PostDraft
  /** Answers whether the draft is saved. */
  onSave: (draft: PostDraft) => Promise<boolean>
  websiteName?: string
  website?: (error: { error?: string }) => ComponentChildren
  notice?: ComponentChildren
  actions?: ComponentChildren
}

type View = 'write' | 'preview'
const views: readonly { value: View; label: string }[] = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
]

export function PostEditor({ first, onSave, websiteName, website, notice, actions }: PostEditorProps) {
  const canWrite = useMay()('content:write')
  const [draft, setDraft] = useState(first)
  const [saved, setSaved] = useState(first)
  const [view, setView] = useState<View>('write')
  const form = useForm(postFieldNames)
  const isDirty = draft !== saved
  const change = (next: Partial<PostDraft>) => setDraft((now) => ({ ...now, ...next }))

  const save = (event: Event) =>
    form.submit(event, async () => {
      if (await onSave(draft)) setSaved(draft)
    })

  return (
    <form onSubmit={save} noValidate>
      <UnsavedGuard isDirty={isDirty} />
      <div class="page-head">
        <h1 class="min-w-0 flex-1 truncate text-16 font-semibold">
          {draft.title || 'Untitled post'}
          {websiteName && <span class="ml-2 text-13 font-normal text-fg-3">{websiteName}</span>}
        </h1>
        {isDirty && <span class="text-12 text-fg-3 max-sm:hidden">Unsaved changes</span>}
        {actions}
        {canWrite && (
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={!isDirty}>
            Save
          </Button>
        )}
      </div>
      <div class="page grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div class="grid gap-4">
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
          <Content
            draft={draft}
            onChange={change}
            view={view}
            onView={setView}
            error={form.errorAt('content')}
          />
        </div>
        <PostSettings
          draft={draft}
          onChange={change}
          errorAt={form.errorAt}
          website={website?.(form.errorAt('websiteId'))}
        />
      </div>
    </form>
  )
}

interface ContentProps {
  draft: PostDraft
  onChange: (change: Partial<PostDraft>) => void
  view: View
  onView: (view: View) => void
  error: { error?: string }
}

function Content({ draft, onChange, view, onView, error }: ContentProps) {
  return (
    <Field
      label="Content"
      hint="HTML. What is not allowed on a website is removed when you save."
      {...error}
      aside={
        <div class="mb-1.5">
          <Segmented label="View" value={view} options={views} onChange={onView} />
        </div>
      }
    >
      {(control) =>
        view === 'write' ? (
          <textarea
            {...control}
            name="content"
            class="input code min-h-[52dvh]"
            spellcheck
            value={draft.content}
            onInput={(event) => onChange({ content: event.currentTarget.value })}
          />
        ) : (
          <PostPreview id={control.id} title={draft.title} content={draft.content} />
        )
      }
    </Field>
  )
}
