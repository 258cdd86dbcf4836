import type { Theme } from '#workers/sites/theme.contract.ts'
import { palettes } from './palettes.ts'

interface PaletteChoiceProps {
  colors: Theme['colors']
  onChange: (colors: Theme['colors']) => void
}

/** Colours chosen together. */
export function PaletteChoice({ colors, onChange }: PaletteChoiceProps) {
  return (
    <fieldset>
      <legend class="label">Palette</legend>
      <div class="grid grid-cols-4 gap-2">
        {palettes.map(({ name, colors: each }) => (
          <button
            key={name}
            type="button"
            class="builder-swatches"
            aria-pressed={JSON.stringify(each) === JSON.stringify(colors)}
            aria-label={name}
            title={name}
            onClick={() => onChange(each)}
          >
            {[each.background, each.muted, each.brand, each.ink].map((color, at) => (
              // Two of the four may be the same colour.
              <span key={at} style={{ background: color }} />
            ))}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
