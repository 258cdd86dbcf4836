import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-preact'
import type { ComponentType } from 'preact'
import { Button, IconButton } from '../../ui/button.tsx'
import type { ValueFieldProps } from './value-field.tsx'

type Item = Record<string, unknown>

interface GroupValueProps extends ValueFieldProps {
  /** Draws what is inside: given, since the controls do not know each other. */
  Inner: ComponentType<ValueFieldProps>
}

/** A list of items with fields of their own. */
export function GroupValue({ Inner, ...props }: GroupValueProps) {
  const { field, value, onChange, at } = props
  // safe: checked by the collection's own fields when it was written
  const items = Array.isArray(value) ? (value as Item[]) : []
  const fields = 'fields' in field ? (field.fields ?? []) : []
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length) return
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item))
  }
  return (
    <fieldset>
      <legend class="label">{field.label}</legend>
      {field.help && <p class="mb-2 text-12 text-fg-3">{field.help}</p>}
      <ul class="grid gap-2">
        {items.map((item, index) => (
          <li key={index} class="rounded-md border border-line bg-surface-2 p-3">
            <div class="mb-2 flex items-center">
              <span class="flex-1 text-12 text-fg-3">{index + 1}</span>
              <IconButton
                label={`Move item ${index + 1} up`}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={`Move item ${index + 1} down`}
                disabled={index === items.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={`Remove item ${index + 1}`}
                onClick={() => onChange(items.toSpliced(index, 1))}
              >
                <Trash2 />
              </IconButton>
            </div>
            <div class="grid gap-3 sm:grid-cols-2">
              {fields.map((inner) => (
                <Inner
                  key={inner.key}
                  {...props}
                  field={inner}
                  at={`${at}.${index}.${inner.key}`}
                  value={item[inner.key]}
                  onChange={(next) => onChange(items.with(index, withValue(item, inner.key, next)))}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Button size="sm" look="ghost" class="mt-1" icon={<Plus />} onClick={() => onChange([...items, {}])}>
        Add item
      </Button>
    </fieldset>
  )
}

function withValue(item: Item, key: string, value: unknown): Item {
  const { [key]: _before, ...rest } = item
  return value === null ? rest : { ...rest, [key]: value }
}
