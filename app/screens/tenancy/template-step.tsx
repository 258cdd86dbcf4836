import { Check } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import { type TemplateCard, templatesApi } from '#workers/sites/websites.contract.ts'
import { useResource } from '../../data/resources.ts'
import { cx } from '../../ui/class-names.ts'
import { Failed, Skeleton } from '../../ui/states.tsx'
import type { StepProps } from './new-client-form.tsx'

export function TemplateStep({ draft, onChange }: StepProps) {
  const { data, problem, reload } = useResource(templatesApi.list, {})
  const first = data?.items[0]?.id

  // The first template is chosen once, when they arrive.
  useEffect(() => {
    if (!draft.template && first) onChange({ template: first })
  }, [first])

  if (problem && !data) return <Failed problem={problem} onRetry={reload} />
  return (
    <fieldset>
      <legend class="mb-3 font-semibold">Pick a template</legend>
      <div class="grid gap-3 sm:grid-cols-3">
        {data
          ? data.items.map((template) => (
              <TemplateChoice
                key={template.id}
                template={template}
                isChosen={template.id === draft.template}
                onChoose={() => onChange({ template: template.id })}
              />
            ))
          : [0, 1, 2].map((index) => <Skeleton key={index} height={232} class="rounded-lg!" />)}
      </div>
    </fieldset>
  )
}

interface TemplateChoiceProps {
  template: TemplateCard
  isChosen: boolean
  onChoose: () => void
}

function TemplateChoice({ template, isChosen, onChoose }: TemplateChoiceProps) {
  return (
    <label
      class={cx(
        'relative block cursor-pointer overflow-hidden rounded-lg border bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--ring)',
        isChosen ? 'border-brand ring-1 ring-brand' : 'border-line hover:border-line-strong',
      )}
    >
      <input
        type="radio"
        name="template"
        value={template.id}
        checked={isChosen}
        onChange={onChoose}
        class="sr"
      />
      {isChosen && (
        <span class="absolute top-2 right-2 grid h-5 w-5 place-items-center rounded-full bg-brand text-on-brand">
          <Check size={13} strokeWidth={2.5} />
        </span>
      )}
      <img
        src={template.preview}
        alt=""
        width={320}
        height={200}
        class="block aspect-[16/10] w-full border-b border-line-subtle bg-surface-3 object-cover object-top"
      />
      <span class="block p-3">
        <span class="flex items-center gap-2">
          <b class="flex-1 font-semibold">{template.name}</b>
          <span class="flex gap-1" aria-hidden="true">
            {template.colors.slice(0, 3).map((color) => (
              <span key={color} class="h-3 w-3 rounded-full ring-1 ring-line" style={{ background: color }} />
            ))}
          </span>
        </span>
        <span class="mt-1 block text-12 text-fg-2">{template.description}</span>
        <span class="mt-2 block text-11 text-fg-3">{template.pages.join(' · ')}</span>
      </span>
    </label>
  )
}
