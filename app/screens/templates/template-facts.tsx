import { type TemplateCategory, templateCategories } from '#workers/sites/templates/template.contract.ts'
import type { Form } from '../../data/form.ts'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'
import { categoryNames } from '../tenancy/template-filter.tsx'

/** What is said of a template. */
export interface FactsDraft {
  name: string
  description: string
  industry: string
  category: TemplateCategory
}

export const factsFields = ['name', 'description', 'industry', 'category'] as const

interface TemplateFactsProps {
  draft: FactsDraft
  onChange: (change: Partial<FactsDraft>) => void
  form: Form
}

export function TemplateFacts({ draft, onChange, form }: TemplateFactsProps) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        required
        maxLength={80}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        data-autofocus
        {...form.errorAt('name')}
      />
      <TextAreaField
        name="description"
        label="What it is for"
        hint="One sentence, as it stands in the gallery."
        rows={2}
        required
        maxLength={300}
        value={draft.description}
        onChange={(description) => onChange({ description })}
        {...form.errorAt('description')}
      />
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField
          name="industry"
          label="Suits"
          placeholder="Dentists, surgeries"
          required
          maxLength={80}
          value={draft.industry}
          onChange={(industry) => onChange({ industry })}
          {...form.errorAt('industry')}
        />
        <SelectField
          name="category"
          label="Category"
          value={draft.category}
          options={templateCategories.map((value) => ({ value, label: categoryNames[value] }))}
          onChange={(category) => onChange({ category })}
          {...form.errorAt('category')}
        />
      </div>
    </>
  )
}
