import type { FieldRole } from '#sites/blocks/properties.ts'
import { comparisonOf, type StoredField } from '#workers/collections/fields.contract.ts'
import { SelectField } from '../../../ui/field.tsx'
import { type ControlProps, textOf } from './control.ts'

const leading = ['link', 'email', 'file', 'relation']
const silent = ['picture', 'group', 'color']

const fits: Record<FieldRole, (field: StoredField) => boolean> = {
  sort: ({ kind, isMany }) => comparisonOf(kind) !== undefined && !isMany && kind !== 'relation',
  filter: ({ kind }) => comparisonOf(kind) !== undefined,
  picture: ({ kind }) => kind === 'picture',
  text: ({ kind }) => !silent.includes(kind),
  link: ({ kind }) => leading.includes(kind),
}
const unset: Record<FieldRole, string> = {
  sort: 'The collection’s own order',
  filter: 'Choose a field',
  picture: 'Its first picture',
  text: 'None',
  link: 'Its own page, if it has one',
}

/** One of the fields of the collection the block shows. */
export function EntryFieldControl({ hints, value, path, write, around }: ControlProps) {
  const { role = 'text' } = hints
  const node = around.editor.document.value.nodes[around.nodeId]
  const collection = around.canvas.collections.find(({ key }) => key === node?.props.collection)
  const options = (collection?.fields ?? [])
    .filter(fits[role])
    .map(({ key, label }) => ({ value: key, label }))
  const added = role === 'sort' ? [{ value: 'createdAt', label: 'When it was made' }] : []
  return (
    <SelectField
      name={path.join('.')}
      label={hints.label}
      value={textOf(value)}
      options={[{ value: '', label: unset[role] }, ...options, ...added]}
      disabled={!collection}
      onChange={(key) => write(path, key)}
    />
  )
}
