import type { Theme } from '#workers/sites/theme.contract.ts'
import { Segmented } from '../../ui/tabs.tsx'

type Options<Name extends keyof Theme> = { value: NonNullable<Theme[Name]>; label: string }[]

const corners: Options<'radius'> = [
  { value: 'none', label: 'Square' },
  { value: 'small', label: 'Small' },
  { value: 'medium', label: 'Medium' },
  { value: 'large', label: 'Round' },
]
const buttons: Options<'buttons'> = [
  { value: 'corners', label: 'As corners' },
  { value: 'square', label: 'Square' },
  { value: 'pill', label: 'Pill' },
]
const spacing: Options<'spacing'> = [
  { value: 'compact', label: 'Compact' },
  { value: 'regular', label: 'Regular' },
  { value: 'airy', label: 'Airy' },
]
const scale: Options<'scale'> = [
  { value: 'calm', label: 'Calm' },
  { value: 'regular', label: 'Regular' },
  { value: 'grand', label: 'Grand' },
]
const headings: Options<'headings'> = [
  { value: 'typed', label: 'As typed' },
  { value: 'capitals', label: 'CAPITALS' },
]

interface ShapeChoiceProps {
  theme: Theme
  onChange: (part: Partial<Theme>) => void
}

/** Corners, room and the size of headings. */
export function ShapeChoice({ theme, onChange }: ShapeChoiceProps) {
  return (
    <>
      <Choice
        label="Size of headings"
        value={theme.scale ?? 'regular'}
        options={scale}
        onChange={(value) => onChange({ scale: value })}
      />
      <Choice
        label="Headings are written"
        value={theme.headings ?? 'typed'}
        options={headings}
        onChange={(value) => onChange({ headings: value })}
      />
      <Choice
        label="Corners"
        value={theme.radius}
        options={corners}
        onChange={(radius) => onChange({ radius })}
      />
      <Choice
        label="Buttons"
        value={theme.buttons ?? 'corners'}
        options={buttons}
        onChange={(value) => onChange({ buttons: value })}
      />
      <Choice
        label="Spacing"
        value={theme.spacing ?? 'regular'}
        options={spacing}
        onChange={(value) => onChange({ spacing: value })}
      />
    </>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
}

const Choice = <Value extends string>(props: ChoiceProps<Value>) => (
  <div>
    <div class="label" aria-hidden="true">
      {props.label}
    </div>
    <Segmented {...props} />
  </div>
)
