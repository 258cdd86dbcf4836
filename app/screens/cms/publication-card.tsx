import type { ComponentChildren } from 'preact'
import { postsApi } from '#workers/cms/posts.contract.ts'
import { slugOf } from '#workers/content/slug.contract.ts'
import { scheduledChangesApi } from '#workers/review/scheduled-changes.contract.ts'
import { useSettled } from '../../data/query.ts'
import { useResource } from '../../data/resources.ts'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { localIn, momentIn, nextHour } from '../review/zoned-time.ts'
import type { PostDraft } from './post-draft.ts'
import type { SettingsProps } from './post-settings.tsx'
import { type PostStatus, postStatusChoices } from './post-status.tsx'

/** Whether and when visitors read the post, and where. */
export function PublicationCard(props: SettingsProps & { website: ComponentChildren }) {
  const { draft, onChange, errorAt, website } = props
  const choose = (status: PostStatus) =>
    onChange({
      status,
      // A moment that has passed is no moment to appear at.
      ...(status === 'scheduled' && !isAhead(draft.publishedAt) && { publishedAt: nextHour().toISOString() }),
      ...(status === 'published' && isAhead(draft.publishedAt) && { publishedAt: '' }),
    })
  return (
    <Card title="Publication">
      <div class="grid grid-cols-1 gap-4">
        {website}
        <SelectField
          name="status"
          label="State"
          value={draft.status}
          options={postStatusChoices}
          onChange={choose}
          {...errorAt('status')}
        />
        {draft.status !== 'draft' && <MomentField {...props} />}
        <SlugField {...props} />
        <Switch
          label="Keep at the top of the blog"
          isOn={draft.isSticky}
          onChange={(isSticky) => onChange({ isSticky })}
        />
        <Switch
          label="Take comments"
          isOn={draft.takesComments}
          onChange={(takesComments) => onChange({ takesComments })}
        />
      </div>
    </Card>
  )
}

const isAhead = (at: string): boolean => at !== '' && Date.parse(at) > Date.now()

const timeLabels: Record<PostDraft['status'], string> = {
  draft: '',
  published: 'Published at',
  scheduled: 'Appears at',
}

/** A moment as the clocks of the website's own place show it. */
function MomentField({ draft, onChange, errorAt, websiteId }: SettingsProps) {
  const zone = useResource(scheduledChangesApi.timeZone, websiteId ? { params: { id: websiteId } } : null)
  const timeZone = zone.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const where = `In the website’s time zone, ${timeZone.replaceAll('_', ' ')}.`
  return (
    <TextField
      name="publishedAt"
      type="datetime-local"
      label={timeLabels[draft.status]}
      hint={draft.status === 'published' && !draft.publishedAt ? `Left empty, it is now. ${where}` : where}
      value={draft.publishedAt && localIn(timeZone, new Date(draft.publishedAt))}
      onChange={(local) => onChange({ publishedAt: local && momentIn(timeZone, local).toISOString() })}
      {...errorAt('publishedAt')}
    />
  )
}

/** The address, and whether another post has it already. */
function SlugField({ draft, onChange, errorAt, websiteId, post }: SettingsProps) {
  const slug = slugOf(useSettled(draft.slug || draft.title))
  const query = { websiteId, slug, language: post?.language || 'own', limit: 2 }
  const same = useResource(postsApi.list, websiteId && slug ? { query } : null)
  const other = same.data?.items.find(({ id }) => id !== post?.id)
  const error = errorAt('slug').error ?? (other && `“${other.title}” has this address already.`)
  const shown = slugOf(draft.slug || draft.title)
  return (
    <TextField
      name="slug"
      label="Address"
      hint={
        <span class="block break-all">
          {shown ? `…/blog/${shown}` : 'Left empty, it is made from the title.'}
          {post?.status === 'published' && slugOf(draft.slug) !== post.slug && (
            <span class="block">The old address will lead here.</span>
          )}
        </span>
      }
      placeholder={slugOf(draft.title)}
      value={draft.slug}
      onChange={(next) => onChange({ slug: next })}
      spellcheck={false}
      autocomplete="off"
      {...(error && { error })}
    />
  )
}
