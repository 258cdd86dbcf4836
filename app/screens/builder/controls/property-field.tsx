import type { ComponentType } from 'preact'
import { type Hints, propertyHints } from '#sites/blocks/properties.ts'
import { AreaControl } from './area.tsx'
import { ChoiceControl } from './choice.tsx'
import { CollectionControl } from './collection.tsx'
import { type ControlProps, type FieldProps, inWords } from './control.ts'
import { EntryFieldControl } from './entry-field.tsx'
import { FormControl } from './form.tsx'
import { IconControl } from './icon.tsx'
import { JsonControl } from './json.tsx'
import { LineControl } from './line.tsx'
import { LinkControl } from './link.tsx'
import { ListControl } from './list.tsx'
import { PictureControl } from './picture.tsx'
import { RichControl } from './rich.tsx'
import { ToggleControl } from './toggle.tsx'

/** How each kind of property is edited; a kind that is not here is edited as JSON. */
export const controls: Partial<Record<Hints['control'], ComponentType<ControlProps>>> = {
  line: LineControl,
  area: AreaControl,
  rich: RichControl,
  toggle: ToggleControl,
  choice: ChoiceControl,
  icon: IconControl,
  link: LinkControl,
  picture: PictureControl,
  list: ListControl,
  form: FormControl,
  collection: CollectionControl,
  entryField: EntryFieldControl,
}

/** One property of a block, with the control its schema asks for. */
export function PropertyField(props: FieldProps) {
  const hints = propertyHints.get(props.schema)
  const Control = (hints && controls[hints.control]) ?? JsonControl
  const label = inWords(String(props.path.at(-1)))
  return <Control {...props} hints={hints ?? { label }} Field={PropertyField} />
}
