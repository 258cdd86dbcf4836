import * as z from 'zod/mini'
import { unwrap } from '#sites/blocks/salvage.ts'
import { SelectField } from '../../../ui/field.tsx'
import { Segmented } from '../../../ui/tabs.tsx'
import { type ControlProps, inWords, textOf } from './control.ts'

const MOST_SEGMENTS = 4
/** What fits beside each other within an item of a list, in pixels. */
const ROOM = 215
const LETTER = 6.5
const SEGMENT = 22

export function ChoiceControl({ hints, schema, value, path, write }: ControlProps) {
  const options = optionsOf(schema).map((option) => ({ value: option, label: inWords(option) }))
  const chosen = textOf(value)
  if (!fitsInOneRow(options.map(({ label }) => label))) {
    return (
      <SelectField
        name={path.join('.')}
        label={hints.label}
        value={chosen}
        options={options}
        onChange={(next) => write(path, next)}
      />
    )
  }
  return (
    <div>
      <div class="label" aria-hidden="true">
        {hints.label}
      </div>
      <Segmented
        label={hints.label}
        value={chosen}
        options={options}
        onChange={(next) => write(path, next)}
      />
    </div>
  )
}

export function optionsOf(schema: z.core.$ZodType): string[] {
  const inner = unwrap(schema)
  return inner instanceof z.ZodMiniEnum ? inner.options.map(String) : []
}

function fitsInOneRow(labels: readonly string[]): boolean {
  const width = labels.join('').length * LETTER + labels.length * SEGMENT
  return labels.length <= MOST_SEGMENTS && width <= ROOM
}
