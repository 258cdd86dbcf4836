import type { ComponentChildren } from 'preact'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import type { PostDraft } from './post-draft.ts'
import { postStatusChoices } from './post-status.tsx'

interface PostSettingsProps {
  draft: PostDraft
  onChange: (change: Partial<PostDraft>) => void
  errorAt: (field: string) => { error?: string }
  website: ComponentChildren
}

const timeLabels = { draft: '', published: 'Published at', scheduled: 'Publish at' }

export function PostSettings({ draft, onChange, errorAt, website }: PostSettingsProps) {
  return (
    <div class="grid gap-4">
      <Card title="Publication">
        <div class="grid gap-4">
          {website}
          <SelectField
            name="status"
            label="State"
            value={draft.status}
            options={postStatusChoices}
            onChange={(status) => onChange({ status })}
            {...errorAt('status')}
          />
          {draft.status !== 'draft' && (
            <TextField
              name="publishedAt"
              type="datetime-local"
              label={timeLabels[draft.status]}
              {...(draft.status === 'published' && { hint: 'Left empty, it is now.' })}
              value={draft.publishedAt}
              onChange={(publishedAt) => onChange({ publishedAt })}
              {...errorAt('publishedAt')}
            />
          )}
          <TextField
            name="slug"
            label="Address"
            hint="Left empty, it is made from the title."
            value={draft.slug}
            onChange={(slug) => onChange({ slug })}
            spellcheck={false}
            {...errorAt('slug')}
          />
        </div>
      </Card>
      <Card title="Summary and order">
        <div class="grid gap-4">
          <TextAreaField
            name="excerpt"
            label="Excerpt"
            hint="Shown in lists of posts. Left empty, it is the beginning of the text."
            value={draft.excerpt}
            onChange={(excerpt) => onChange({ excerpt })}
            {...errorAt('excerpt')}
          />
          <TagInput
            name="categories"
            label="Categories"
            values={draft.categories}
            onChange={(categories) => onChange({ categories })}
            {...errorAt('categories')}
          />
          <TagInput
            name="tags"
            label="Tags"
            values={draft.tags}
            onChange={(tags) => onChange({ tags })}
            {...errorAt('tags')}
          />
        </div>
      </Card>
      <Card title="Readers">
        <div class="grid gap-4">
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
      <SeoCard draft={draft} onChange={onChange} errorAt={errorAt} />
    </div>
  )
}

function SeoCard({ draft, onChange, errorAt }: Omit<PostSettingsProps, 'website'>) {
  return (
    <Card title="Search engines">
      <div class="grid gap-4">
        <TextField
          name="seo.title"
          label="Title"
          placeholder={draft.title}
          value={draft.seoTitle}
          onChange={(seoTitle) => onChange({ seoTitle })}
          {...errorAt('seo.title')}
        />
        <TextAreaField
          name="seo.description"
          label="Description"
          placeholder={draft.excerpt}
          value={draft.seoDescription}
          onChange={(seoDescription) => onChange({ seoDescription })}
          {...errorAt('seo.description')}
        />
        <Switch
          label="Hide from search engines"
          isOn={draft.isHiddenFromSearch}
          onChange={(isHiddenFromSearch) => onChange({ isHiddenFromSearch })}
        />
      </div>
    </Card>
  )
}
