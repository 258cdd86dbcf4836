import { leadingKinds, possibleAnswers } from '#workers/forms/form-fields.contract.ts'
import { TICKED } from '#workers/forms/published-form.contract.ts'
import { Checkbox, Switch } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'
import type { FieldSettingsProps } from './field-settings.tsx'

const comparisons = [
  { value: 'any', label: 'is one of' },
  { value: 'none', label: 'is none of' },
] as const

/** That a field is asked only after certain answers to one before it. */
export function FieldConditionSettings({ field, fields, onChange }: FieldSettingsProps) {
  const before = fields.slice(
    0,
    fields.findIndex(({ draftId }) => draftId === field.draftId),
  )
  const leaders = before.filter(({ kind }) => leadingKinds.includes(kind))
  const [first] = leaders
  const { showIf, ...without } = field
  if (!showIf && !first) return null
  const leader = leaders.find(({ name }) => name === showIf?.field)
  const begin = () => {
    if (first)
      onChange({ ...field, showIf: { field: first.name, is: 'any', of: possibleAnswers(first).slice(0, 1) } })
  }
  return (
    <div class="grid gap-3 rounded-md border border-line-subtle bg-surface-2 p-3">
      <Switch
        label="Only ask after a certain answer"
        isOn={showIf !== undefined}
        onChange={(isOn) => (isOn ? begin() : onChange(without))}
      />
      {showIf && (
        <>
          <div class="grid gap-3 sm:grid-cols-2">
            <SelectField
              name="condition-field"
              label="If"
              value={showIf.field}
              options={[
                ...(leader ? [] : [{ value: showIf.field, label: 'Choose a field' }]),
                ...leaders.map(({ name, label }) => ({ value: name, label: label || name })),
              ]}
              onChange={(name) => {
                const next = leaders.find((each) => each.name === name)
                if (next)
                  onChange({
                    ...field,
                    showIf: { field: name, is: 'any', of: possibleAnswers(next).slice(0, 1) },
                  })
              }}
            />
            <SelectField
              name="condition-is"
              label="Its answer"
              value={showIf.is}
              options={comparisons}
              onChange={(is) => onChange({ ...field, showIf: { ...showIf, is } })}
            />
          </div>
          {leader && (
            <fieldset class="grid gap-1.5">
              <legend class="label">Answers</legend>
              {possibleAnswers(leader).map((answer) => (
                <Checkbox
                  key={answer}
                  label={answer === TICKED && !leader.options ? 'Ticked' : answer}
                  isOn={showIf.of.includes(answer)}
                  onChange={(isOn) =>
                    onChange({
                      ...field,
                      showIf: {
                        ...showIf,
                        of: isOn ? [...showIf.of, answer] : showIf.of.filter((each) => each !== answer),
                      },
                    })
                  }
                />
              ))}
            </fieldset>
          )}
        </>
      )}
    </div>
  )
}
