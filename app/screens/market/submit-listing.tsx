import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { submissionsApi } from '#workers/market/submissions.contract.ts'
import { type TemplateCategory, templateCategories } from '#workers/sites/templates/template.contract.ts'
import { call } from '../../api.ts'
import { type Form, useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import { toast } from '../../ui/toasts.tsx'
import { categoryNames } from '../tenancy/template-filter.tsx'

interface SubmitListingProps {
  kind: 'template' | 'section'
  source: { id: string; name: string; description: string; industry: string; category: TemplateCategory }
  onClose: () => void
}

const fields = ['description', 'industry', 'category', 'tags', 'licence', 'note'] as const

/** Hands a template or a section in for the marketplace, as it is now. */
export function SubmitListing({ kind, source, onClose }: SubmitListingProps) {
  const { route } = useLocation()
  const { id, name, description, industry, category } = source
  const [draft, setDraft] = useState<SubmissionDraft>({
    ...{ description, industry, category, tags: [], licence: '', note: '' },
  })
  const form = useForm(fields)
  const change = (next: Partial<SubmissionDraft>) => setDraft((now) => ({ ...now, ...next }))
  const send = (event: Event) =>
    form.submit(event, async () => {
      const endpoint = kind === 'template' ? submissionsApi.submitTemplate : submissionsApi.submitSection
      await call(endpoint, { params: { id }, body: { ...draft, priceCents: 0 } })
      invalidate('/market-submissions')
      toast(`${name} is handed in`)
      route('/templates?tab=submissions')
    })
  return (
    <Dialog
      title={`Hand in ${name}`}
      onClose={onClose}
      onSubmit={send}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Hand in
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <p class="text-pretty text-fg-2">
          A machine checks it at once, then a person looks at it. Approved, a copy stands on the marketplace,
          free for every agency; what you change later does not reach it.
        </p>
        <SubmissionFields draft={draft} onChange={change} form={form} />
      </div>
    </Dialog>
  )
}

interface SubmissionDraft {
  description: string
  industry: string
  category: TemplateCategory
  tags: string[]
  licence: string
  note: string
}

interface SubmissionFieldsProps {
  draft: SubmissionDraft
  onChange: (change: Partial<SubmissionDraft>) => void
  form: Form
}

function SubmissionFields({ draft, onChange, form }: SubmissionFieldsProps) {
  return (
    <>
      <TextAreaField
        name="description"
        label="What it is for"
        rows={2}
        required
        maxLength={300}
        value={draft.description}
        onChange={(next) => onChange({ description: next })}
        data-autofocus
        {...form.errorAt('description')}
      />
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField
          name="industry"
          label="Suits"
          required
          maxLength={80}
          value={draft.industry}
          onChange={(next) => onChange({ industry: next })}
          {...form.errorAt('industry')}
        />
        <SelectField
          name="category"
          label="Category"
          value={draft.category}
          options={templateCategories.map((value) => ({ value, label: categoryNames[value] }))}
          onChange={(next) => onChange({ category: next })}
          {...form.errorAt('category')}
        />
      </div>
      <TagInput
        name="tags"
        label="Tags"
        hint="Words it is found by."
        isLowerCase
        values={draft.tags}
        onChange={(tags) => onChange({ tags })}
        {...form.errorAt('tags')}
      />
      <TextAreaField
        name="licence"
        label="Licence"
        hint="Under which terms others may use it, its pictures and texts included."
        rows={2}
        required
        maxLength={500}
        value={draft.licence}
        onChange={(next) => onChange({ licence: next })}
        {...form.errorAt('licence')}
      />
      <TextField
        name="note"
        label="What is new"
        isOptional
        maxLength={300}
        value={draft.note}
        onChange={(next) => onChange({ note: next })}
        {...form.errorAt('note')}
      />
    </>
  )
}
