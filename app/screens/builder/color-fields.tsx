import { useId, useState } from 'preact/hooks'
import { contrastOf, READABLE, textOn } from '#workers/sites/contrast.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'

type Colors = Theme['colors']
type Name = keyof Colors

/** Colours in the order they matter; `on` is what their text must be readable on. */
const fields: readonly { name: Name; label: string; on?: readonly Name[] }[] = [
  { name: 'brand', label: 'Brand' },
  { name: 'onBrand', label: 'Text on brand', on: ['brand'] },
  { name: 'background', label: 'Background' },
  { name: 'text', label: 'Text', on: ['background', 'muted'] },
  { name: 'textMuted', label: 'Quiet text', on: ['background', 'muted'] },
  { name: 'muted', label: 'Quiet sections' },
  { name: 'ink', label: 'Dark sections' },
  { name: 'line', label: 'Lines' },
]

interface ColorFieldsProps {
  colors: Colors
  onChange: (colors: Colors) => void
}

/** Each colour of the design, with a word where text on it would be hard to read. */
export function ColorFields({ colors, onChange }: ColorFieldsProps) {
  const change = (name: Name, color: string) =>
    // A new brand colour brings text along that can be read on it.
    onChange({ ...colors, [name]: color, ...(name === 'brand' ? { onBrand: textOn(color) } : {}) })
  return (
    <div class="grid gap-2">
      {fields.map(({ name, label, on = [] }) => (
        <ColorField
          key={name}
          label={label}
          value={colors[name]}
          lowest={Math.min(...on.map((other) => contrastOf(hexOf(colors[name]), hexOf(colors[other]))))}
          onChange={(color) => change(name, color)}
        />
      ))}
    </div>
  )
}

interface ColorFieldProps {
  label: string
  value: string
  /** Contrast with what it stands on; infinite where that does not matter. */
  lowest: number
  onChange: (color: string) => void
}

function ColorField({ label, value, lowest, onChange }: ColorFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | undefined>()
  const type = (text: string) => {
    setTyped(text)
    if (isHex(text)) onChange(text.toLowerCase())
  }
  const isHard = lowest < READABLE
  return (
    <div>
      <div class="flex items-center gap-2">
        <input
          type="color"
          class="builder-color"
          aria-label={`${label}: pick a colour`}
          value={hexOf(value)}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <label for={id} class="min-w-0 flex-1 truncate">
          {label}
        </label>
        <input
          id={id}
          class="input code w-24!"
          value={typed ?? value}
          spellcheck={false}
          aria-invalid={typed !== undefined && !isHex(typed) ? 'true' : undefined}
          aria-describedby={isHard ? `${id}-note` : undefined}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onBlur={() => setTyped(undefined)}
        />
      </div>
      {isHard && (
        <p id={`${id}-note`} class="mt-1 text-12 text-warning-fg">
          Hard to read: contrast {lowest.toFixed(1)}, at least {READABLE} is wanted.
        </p>
      )}
    </div>
  )
}

const isHex = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** A colour as the browser's own picker takes it; short ones are written out. */
function hexOf(color: string): string {
  if (isHex(color)) return color
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color)
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : '#000000'
}
