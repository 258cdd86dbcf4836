import { X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { entriesApi } from '#workers/collections/entries.contract.ts'
import { call } from '../../api.ts'
import { IconButton } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import type { ValueFieldProps } from './value-field.tsx'

const MOST_SHOWN = 20

/** Entries of another collection, found by their words. */
export function RelationValue({ field, value, onChange, at, errorAt, websiteId, related }: ValueFieldProps) {
  const [known, setKnown] = useState(related)
  const chosen = Array.isArray(value) ? value.map(String) : value ? [String(value)] : []
  const titleOf = (id: string) => known[id] ?? 'An entry that was removed'

  const find = async (search: string) => {
    const params = { id: websiteId, key: field.collection ?? '' }
    const page = await call(entriesApi.list, {
      params,
      query: { limit: MOST_SHOWN, ...(search && { search }) },
    })
    setKnown((now) => ({ ...now, ...Object.fromEntries(page.items.map(({ id, title }) => [id, title])) }))
    const none = field.isMany || field.isRequired ? [] : [{ value: '', label: 'None' }]
    return [...none, ...page.items.map(({ id, title, slug }) => ({ value: id, label: title, hint: slug }))]
  }
  const pick = (id: string) => {
    if (!field.isMany) onChange(id || null)
    else if (!chosen.includes(id)) onChange([...chosen, id])
  }
  const [only] = chosen

  return (
    <div>
      {field.isMany && chosen.length > 0 && (
        <ul class="mb-2 flex flex-wrap gap-1.5" aria-label={field.label}>
          {chosen.map((id) => (
            <li key={id} class="flex items-center gap-1 rounded-sm border border-line bg-surface-2 pl-2">
              <span class="truncate">{titleOf(id)}</span>
              <IconButton
                label={`Take ${titleOf(id)} away`}
                onClick={() => onChange(chosen.filter((each) => each !== id))}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        name={at}
        label={field.label}
        required={field.isRequired}
        placeholder="Find an entry"
        value={field.isMany ? '' : (only ?? '')}
        {...(!field.isMany && only && { valueLabel: titleOf(only) })}
        {...(field.help && { hint: field.help })}
        find={find}
        onChange={pick}
        {...errorAt(at)}
      />
    </div>
  )
}
