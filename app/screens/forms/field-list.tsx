import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { fieldNameFor } from '#workers/forms/form-fields.contract.ts'
import { Card } from '../../ui/card.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ListRow } from '../builder/controls/list-row.tsx'
import { useDragOrder } from '../builder/controls/use-drag-order.ts'
import { type FieldDraft, kindChoices, kindName, newField, withField } from './field-drafts.ts'
import { FieldSettings } from './field-settings.tsx'

interface FieldListProps {
  fields: FieldDraft[]
  canWrite: boolean
  onChange: (fields: FieldDraft[]) => void
}

/** What a form asks, in its order: by pointer, by keys, and a menu for each. */
export function FieldList({ fields, canWrite, onChange }: FieldListProps) {
  const [openId, setOpenId] = useState<string | undefined>()
  const [newIds, setNewIds] = useState<readonly string[]>([])
  const move = (from: number, to: number) => {
    const moved = fields[from]
    if (moved && to >= 0 && to < fields.length) onChange(fields.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  const { list, drag, grip, edgeOf } = useDragOrder(move)
  const add = (field: FieldDraft, at = fields.length) => {
    onChange(fields.toSpliced(at, 0, field))
    setNewIds([...newIds, field.draftId])
    setOpenId(field.draftId)
  }
  const duplicate = (index: number, field: FieldDraft) => {
    const names = fields.map(({ name }) => name)
    const copy = { ...field, draftId: crypto.randomUUID(), name: fieldNameFor(field.name, names) }
    add(copy, index + 1)
  }
  return (
    <Card title="What it asks" isFlush>
      <fieldset disabled={!canWrite}>
        <ul ref={list} class="divide-y divide-line-subtle">
          {fields.map((field, index) => (
            <ListRow
              key={field.draftId}
              name={rowName(field)}
              index={index}
              length={fields.length}
              isOpen={field.draftId === openId && !drag}
              isDragged={drag?.from === index}
              edge={edgeOf(index)}
              grip={grip(index)}
              onToggle={() => setOpenId(field.draftId === openId ? undefined : field.draftId)}
              onMove={(to) => move(index, to)}
              onDuplicate={() => duplicate(index, field)}
              onRemove={() => onChange(fields.toSpliced(index, 1))}
            >
              <FieldSettings
                field={field}
                fields={fields}
                isNew={newIds.includes(field.draftId)}
                onChange={(next) => onChange(withField(fields, index, next))}
              />
            </ListRow>
          ))}
        </ul>
      </fieldset>
      {canWrite && (
        <div class="border-t border-line-subtle p-2">
          <Menu
            label="Add field"
            class="btn btn-ghost btn-sm"
            items={kindChoices.map(({ value, label }) => ({
              ...{ id: value, label },
              onSelect: () => add(newField(value, fields)),
            }))}
          >
            <Plus />
            Add field
          </Menu>
        </div>
      )}
    </Card>
  )
}

function rowName({ label, kind, required, showIf }: FieldDraft): string {
  const facts = [kindName(kind).toLowerCase(), required && 'required', showIf && 'depends on an answer']
  return `${label || 'Unnamed'} · ${facts.filter(Boolean).join(', ')}`
}
