import { Plus } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import type { ControlProps } from './control.ts'
import { type Item, itemShape, itemsOf, newItem } from './list-items.ts'
import { ListRow } from './list-row.tsx'
import { useDragOrder } from './use-drag-order.ts'
import { useListChanges } from './use-list-changes.ts'

/** A list changes as a whole; only what stands in one of its items changes by itself. */
export function ListControl({ hints, schema, value, path, write, around, Field }: ControlProps) {
  const items = itemsOf(value)
  const shape = itemShape(schema)
  const itemLabel = hints.itemLabel ?? 'Item'
  const box = useRef<HTMLFieldSetElement>(null)
  const changes = useListChanges({ items, shape, itemLabel, box, write: (next) => write(path, next) })
  const { keys, openKey, setOpenKey, add, move, remove, nameOf } = changes
  const { list, drag, grip, edgeOf } = useDragOrder(move)
  const writeWithin = (index: number) => (inner: typeof path, next: Item[string]) => {
    const name = String(inner.at(-1))
    // Patches reach into a list of the block itself; lists within items may only be there by default.
    if (path.length === 1) write(inner, next)
    else write(path, items.with(index, { ...items[index], [name]: next }))
  }

  return (
    <fieldset ref={box} class="min-w-0">
      <legend class="label">{hints.label}</legend>
      {items.length > 0 && (
        <ul ref={list} class="divide-y divide-line-subtle rounded-md border border-line bg-surface shadow-1">
          {items.map((item, index) => {
            const key = keys[index] ?? index
            return (
              <ListRow
                key={key}
                name={nameOf(index)}
                index={index}
                length={items.length}
                isOpen={key === openKey && !drag}
                isDragged={drag?.from === index}
                edge={edgeOf(index)}
                grip={grip(index)}
                onToggle={() => setOpenKey(key === openKey ? undefined : key)}
                onMove={(to) => move(index, to)}
                onDuplicate={() => add(index + 1, structuredClone(item))}
                onRemove={() => remove(index)}
              >
                {Object.entries(shape).map(([name, inner]) => (
                  <Field
                    key={name}
                    schema={inner}
                    path={[...path, index, name]}
                    value={item[name]}
                    write={writeWithin(index)}
                    around={around}
                  />
                ))}
              </ListRow>
            )
          })}
        </ul>
      )}
      <Button
        size="sm"
        look="ghost"
        class="mt-1"
        icon={<Plus />}
        onClick={() => add(items.length, newItem(shape))}
      >
        Add {itemLabel.toLowerCase()}
      </Button>
      <span class="sr" role="status">
        {changes.news}
      </span>
    </fieldset>
  )
}
