import { sampleFaces, sampleStyle } from '#sites/canvas/type-samples.ts'
import { fontNames, type Theme } from '#workers/sites/theme.contract.ts'
import { SelectField } from '../../ui/field.tsx'
import { fontLabels, typePairs } from './type-pairs.ts'

const options = fontNames.map((value) => ({ value, label: fontLabels[value] }))
const samples = sampleFaces(typePairs.map(({ fonts }) => fonts.heading))

interface TypeChoiceProps {
  fonts: Theme['fonts']
  onChange: (fonts: Theme['fonts']) => void
}

/** Fonts chosen together, each pair shown in its own, and either font by itself. */
export function TypeChoice({ fonts, onChange }: TypeChoiceProps) {
  return (
    <>
      <style>{samples}</style>
      <fieldset>
        <legend class="label">Type</legend>
        <div class="grid grid-cols-3 gap-2">
          {typePairs.map(({ name, fonts: each }) => (
            <button
              key={name}
              type="button"
              class="builder-type"
              aria-pressed={each.heading === fonts.heading && each.body === fonts.body}
              title={`${fontLabels[each.heading]}; text in ${fontLabels[each.body]}`}
              onClick={() => onChange(each)}
            >
              <span aria-hidden="true" style={sampleStyle(each.heading)}>
                Ag
              </span>
              {name}
            </button>
          ))}
        </div>
      </fieldset>
      <SelectField
        name="heading"
        label="Headings"
        value={fonts.heading}
        options={options}
        onChange={(heading) => onChange({ ...fonts, heading })}
      />
      <SelectField
        name="body"
        label="Text"
        value={fonts.body}
        options={options}
        onChange={(body) => onChange({ ...fonts, body })}
      />
    </>
  )
}
