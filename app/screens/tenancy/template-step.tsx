import { useEffect, useState } from 'preact/hooks'
import { type TemplateCard, templatesApi } from '#workers/sites/templates.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import type { StepProps } from './new-client-form.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { categoryNames, findTemplates, TemplateCategories } from './template-filter.tsx'

const loadPreview = async () => (await import('./template-preview.tsx')).TemplatePreview

/** Every template by what it is for, with a look at each page before one is picked. */
export function TemplateStep({ draft, onChange }: StepProps) {
  const { data, problem, reload } = useResource(templatesApi.list, {})
  const [search, setSearch] = useState('')
  const [category, setCategory] = useState<TemplateCard['category'] | undefined>()
  const [previewed, setPreviewed] = useState<string | undefined>()
  const first = data?.items[0]?.id

  // The first template is chosen once, when they arrive.
  useEffect(() => {
    if (!draft.template && first) onChange({ template: first })
  }, [first])

  if (problem && !data) return <Failed problem={problem} onRetry={reload} />
  const all = data?.items ?? []
  const found = findTemplates(all, { search, category })
  return (
    <fieldset>
      <legend class="mb-3 font-semibold">Pick a template</legend>
      <div class="mb-4 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search templates"
          placeholder="Dentist, shop, dark…"
          value={search}
          onChange={setSearch}
        />
        <TemplateCategories templates={all} value={category} onChange={setCategory} />
      </div>
      <p class="sr" role="status">
        {data && `${found.length} ${found.length === 1 ? 'template' : 'templates'}`}
      </p>
      <div class="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {!data &&
          [0, 1, 2, 3, 4, 5].map((index) => <Skeleton key={index} height={252} class="rounded-lg!" />)}
        {found.map((template) => (
          <TemplateChoice
            key={template.id}
            template={template}
            isChosen={template.id === draft.template}
            onChoose={() => onChange({ template: template.id })}
            onPreview={() => setPreviewed(template.id)}
          />
        ))}
      </div>
      {data && found.length === 0 && (
        <div class="grid justify-items-center gap-3 py-10 text-center text-fg-2">
          Nothing fits {search ? `“${search}”` : categoryNames[category ?? 'blank']}. Blank fits everything.
          <Button
            onClick={() => {
              setSearch('')
              setCategory(undefined)
            }}
          >
            Show all templates
          </Button>
        </div>
      )}
      {previewed && (
        <OnDemand
          load={loadPreview}
          props={{
            template: previewed,
            name: draft.clientName.trim(),
            onClose: () => setPreviewed(undefined),
            onChoose: () => {
              onChange({ template: previewed })
              setPreviewed(undefined)
            },
          }}
          onFail={() => setPreviewed(undefined)}
        />
      )}
    </fieldset>
  )
}
