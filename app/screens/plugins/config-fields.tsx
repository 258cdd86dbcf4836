import type { Config, ConfigSchema, ConfigValue, Setting } from '#workers/plugins/config-schema.contract.ts'
import { Switch } from '../../ui/choices.tsx'
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx'

interface ConfigFieldsProps {
  schema: ConfigSchema
  values: Config
  /** What is wrong with a setting, by its name. */
  errorAt?: (name: string) => { error?: string }
  onChange: (values: Config) => void
}

/** A field for each setting a schema names. */
export function ConfigFields({ schema, values, errorAt, onChange }: ConfigFieldsProps) {
  return (
    <div class="grid gap-4">
      {Object.entries(schema.properties).map(([name, setting]) => (
        <SettingField
          key={name}
          name={name}
          setting={setting}
          value={values[name]}
          isRequired={schema.required.includes(name)}
          error={errorAt?.(name).error}
          onChange={(value) => onChange({ ...values, [name]: value })}
        />
      ))}
    </div>
  )
}

interface SettingFieldProps {
  name: string
  setting: Setting
  value: ConfigValue | undefined
  isRequired: boolean
  error: string | undefined
  onChange: (value: ConfigValue) => void
}

function SettingField({ name, setting, value, isRequired, error, onChange }: SettingFieldProps) {
  const { title, description } = setting
  if (setting.type === 'boolean')
    return (
      <Switch
        label={title}
        isOn={value === true}
        onChange={onChange}
        {...(description !== undefined && { hint: description })}
      />
    )
  const field = {
    ...{ name, label: title, required: isRequired },
    ...(description !== undefined && { hint: description }),
    ...(error !== undefined && { error }),
  }
  if (setting.type !== 'string')
    return (
      <TextField
        {...field}
        type="number"
        step={setting.type === 'integer' ? 1 : 'any'}
        value={String(value ?? '')}
        onChange={(text) => onChange(text.trim() === '' ? '' : Number(text))}
      />
    )
  if (setting.enum)
    return (
      <SelectField
        {...field}
        value={String(value ?? '')}
        options={setting.enum.map((each) => ({ value: each, label: each }))}
        onChange={onChange}
      />
    )
  const Text = setting.format === 'lines' ? TextAreaField : TextField
  return <Text {...field} value={String(value ?? '')} maxLength={setting.maxLength} onChange={onChange} />
}
