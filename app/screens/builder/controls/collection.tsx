import { SelectField } from '../../../ui/field.tsx'
import { type ControlProps, textOf } from './control.ts'

/** Which of the website's collections a block shows. */
export function CollectionControl({ hints, value, path, write, around }: ControlProps) {
  const chosen = textOf(value)
  const { collections, websiteId } = around.canvas
  const known = collections.map(({ key, name }) => ({ value: key, label: name }))
  const isKnown = collections.some(({ key }) => key === chosen)
  const none = {
    value: isKnown ? '' : chosen,
    label: known.length > 0 ? 'Choose a collection' : 'No collections yet',
  }
  return (
    <SelectField
      name={path.join('.')}
      label={hints.label}
      value={chosen}
      options={[none, ...known]}
      hint={
        <a class="link" href={`/websites/${websiteId}?tab=collections`}>
          {known.length > 0 ? 'Look after collections' : 'Make the first collection'}
        </a>
      }
      onChange={(key) => write(path, key)}
    />
  )
}
