import { FileText } from 'lucide-preact'
import type { Form } from '#workers/forms/forms.contract.ts'
import { Card } from '../../ui/card.tsx'

/** The pages a form stands on. */
export function FormPlaces({ form: { pages, slug } }: { form: Form }) {
  return (
    <Card title="Where it stands">
      {pages.length === 0 ? (
        <p class="text-fg-3">
          No page names it yet. Put a block “Form” on a page and choose this form there. Its address is{' '}
          <span class="code">{slug}</span>.
        </p>
      ) : (
        <ul class="grid gap-1.5">
          {pages.map(({ id, title, path }) => (
            <li key={id} class="flex items-center gap-2">
              <FileText size={14} strokeWidth={1.75} class="flex-none text-fg-3" />
              <a class="link truncate" href={`/pages/${id}`}>
                {title}
              </a>
              <span class="code truncate text-fg-3">{path}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
