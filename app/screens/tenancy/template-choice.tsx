import { Check, Eye } from 'lucide-preact'
import type { TemplateCard } from '#workers/sites/templates.contract.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'

interface TemplateChoiceProps {
  template: TemplateCard
  isChosen: boolean
  onChoose: () => void
  onPreview: () => void
}

/** A template in the gallery: its home page, what it is for, and a way to look closer. */
export function TemplateChoice({ template, isChosen, onChoose, onPreview }: TemplateChoiceProps) {
  const { id, name, industry, description, preview, pages, colors } = template
  return (
    <div
      class={cx(
        'group flex flex-col overflow-hidden rounded-lg border bg-surface',
        isChosen ? 'border-brand ring-1 ring-brand' : 'border-line hover:border-line-strong',
      )}
    >
      <label class="relative block flex-1 cursor-pointer has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-(--ring)">
        <input type="radio" name="template" value={id} checked={isChosen} onChange={onChoose} class="sr" />
        {isChosen && (
          <span class="absolute top-2 right-2 grid h-5 w-5 place-items-center rounded-full bg-brand text-on-brand">
            <Check size={13} strokeWidth={2.5} />
          </span>
        )}
        <img
          src={preview}
          alt=""
          width={640}
          height={480}
          loading="lazy"
          class="block aspect-[4/3] w-full border-b border-line-subtle bg-surface-3 object-cover object-top"
        />
        <span class="block p-3 pb-2">
          <span class="flex items-center gap-2">
            <b class="flex-1 font-semibold">{name}</b>
            <span class="flex gap-1" aria-hidden="true">
              {colors.slice(0, 3).map((color) => (
                <span
                  key={color}
                  class="h-3 w-3 rounded-full ring-1 ring-line"
                  style={{ background: color }}
                />
              ))}
            </span>
          </span>
          <span class="mt-0.5 block text-12 font-medium text-fg-3">{industry}</span>
          <span class="mt-1 block text-12 text-fg-2">{description}</span>
        </span>
      </label>
      <div class="flex items-center gap-2 px-3 pb-3">
        <span class="flex-1 text-11 text-fg-3">
          {pages.length} {pages.length === 1 ? 'page' : 'pages'}
        </span>
        <Button size="sm" onClick={onPreview} aria-label={`Preview ${name}`}>
          <Eye size={14} />
          Preview
        </Button>
      </div>
    </div>
  )
}
