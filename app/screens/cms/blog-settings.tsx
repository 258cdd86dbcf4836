import { useState } from 'preact/hooks'
import { type BlogSettings, blogApi } from '#workers/cms/blog.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'

/** How a website's blog shows its posts and deals with its readers. */
export function BlogSettingsForm({ websiteId }: { websiteId: string }) {
  const settings = useResource(blogApi.get, { params: { id: websiteId } })
  if (settings.data) {
    return (
      <Settings websiteId={websiteId} first={settings.data} onSaved={(next) => settings.patch(() => next)} />
    )
  }
  if (settings.problem) return <Failed problem={settings.problem} onRetry={settings.reload} />
  return <SkeletonLines lines={6} />
}

interface SettingsProps {
  websiteId: string
  first: BlogSettings
  onSaved: (settings: BlogSettings) => void
}

function Settings({ websiteId, first, onSaved }: SettingsProps) {
  const canWrite = useMay()('sites:write')
  const [draft, setDraft] = useState(first)
  const [perPage, setPerPage] = useState(String(first.postsPerPage))
  const change = (next: Partial<BlogSettings>) => setDraft((now) => ({ ...now, ...next }))
  const form = useForm(['postsPerPage', 'feed', 'comments'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      const body = { ...draft, postsPerPage: Number(perPage) }
      const saved = await call(blogApi.set, { params: { id: websiteId }, body })
      onSaved(saved)
      setDraft(saved)
      toast({ title: 'Blog settings saved', body: 'Visitors see the change when you publish.' })
    })
  return (
    <form class="grid max-w-160 grid-cols-1 gap-4" onSubmit={save} noValidate>
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      <Card title="Reading">
        <div class="grid grid-cols-1 gap-4">
          <TextField
            name="postsPerPage"
            type="number"
            min={1}
            max={50}
            label="Posts on a page"
            class="max-w-40"
            disabled={!canWrite}
            value={perPage}
            onChange={setPerPage}
            {...form.errorAt('postsPerPage')}
          />
          <SelectField
            name="feed"
            label="Feeds carry"
            hint="What feed readers show of a post before one comes to the website."
            disabled={!canWrite}
            value={draft.feed}
            options={[
              { value: 'summary', label: 'The excerpt' },
              { value: 'full', label: 'The whole text' },
            ]}
            onChange={(feed) => change({ feed })}
            {...form.errorAt('feed')}
          />
          <Switch
            label="Readers can applaud"
            isOn={draft.hasClaps}
            disabled={!canWrite}
            onChange={(hasClaps) => change({ hasClaps })}
          />
        </div>
      </Card>
      <CommentsCard {...{ draft, canWrite, onChange: change }} error={form.errorAt('comments')} />
      {canWrite && (
        <div>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </div>
      )}
    </form>
  )
}

interface CommentsCardProps {
  draft: BlogSettings
  canWrite: boolean
  onChange: (change: Partial<BlogSettings>) => void
  error: { error?: string }
}

function CommentsCard({ draft, canWrite, onChange, error }: CommentsCardProps) {
  return (
    <Card title="Comments">
      <div class="grid grid-cols-1 gap-4">
        <SelectField
          name="comments"
          label="Comments"
          disabled={!canWrite}
          value={draft.comments}
          options={[
            { value: 'moderated', label: 'Appear when someone has approved them' },
            { value: 'closed', label: 'Are not taken' },
          ]}
          onChange={(comments) => onChange({ comments })}
          {...error}
        />
        {draft.comments === 'moderated' && (
          <Switch
            label="Trust those who are known"
            hint="Who had a comment approved before, under the same address, appears at once."
            isOn={draft.trustsKnown}
            disabled={!canWrite}
            onChange={(trustsKnown) => onChange({ trustsKnown })}
          />
        )}
        <Switch
          label="Tell of new comments by mail"
          isOn={draft.tellsOfComments}
          disabled={!canWrite}
          onChange={(tellsOfComments) => onChange({ tellsOfComments })}
        />
      </div>
    </Card>
  )
}
