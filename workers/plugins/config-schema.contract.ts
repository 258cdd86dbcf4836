import * as z from 'zod'

const title = z.string().trim().min(1, 'Enter a name.').max(80)
const description = z.string().trim().max(300).optional()
const shape = { title, description }

const TextSetting = z.strictObject({
  ...shape,
  type: z.literal('string'),
  format: z.enum(['email', 'uri', 'lines']).optional().describe('`lines` is text of several lines'),
  enum: z.array(z.string().min(1).max(100)).min(1).max(50).optional(),
  maxLength: z.int().min(1).max(5000).default(500),
  default: z.string().max(5000).optional(),
})
const NumberSetting = z.strictObject({
  ...shape,
  type: z.enum(['number', 'integer']),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.number().optional(),
})
const FlagSetting = z.strictObject({
  ...shape,
  type: z.literal('boolean'),
  default: z.boolean().optional(),
})
export const Setting = z.discriminatedUnion('type', [TextSetting, NumberSetting, FlagSetting])
export type Setting = z.infer<typeof Setting>

const SettingKey = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'Begin with a small letter; then letters and digits.')

/** What a plugin or one of its blocks can be told: the part of JSON Schema that the dashboard draws as a form. */
export const ConfigSchema = z
  .strictObject({
    type: z.literal('object'),
    properties: z.record(SettingKey, Setting),
    required: z.array(SettingKey).max(40).default([]),
  })
  .superRefine(({ properties, required }, issue) => {
    const say = (path: PropertyKey[], message: string) => issue.addIssue({ code: 'custom', path, message })
    if (Object.keys(properties).length > 40) say(['properties'], 'A plugin may have at most 40 settings.')
    for (const key of required)
      if (!Object.hasOwn(properties, key)) say(['required'], `There is no setting “${key}”.`)
    for (const [key, setting] of Object.entries(properties)) {
      if (setting.default !== undefined && !valueSchema(setting).safeParse(setting.default).success)
        say(['properties', key, 'default'], 'The default is not a value this setting takes.')
    }
  })
export type ConfigSchema = z.infer<typeof ConfigSchema>

export const noSettings: ConfigSchema = { type: 'object', properties: {}, required: [] }

export type ConfigValue = string | number | boolean
export type Config = Record<string, ConfigValue>

function valueSchema(setting: Setting): z.ZodType<ConfigValue> {
  if (setting.type === 'boolean') return z.boolean()
  if (setting.type === 'string') return textSchema(setting)
  const { type, minimum = -1e15, maximum = 1e15 } = setting
  const number = z.number().min(minimum).max(maximum)
  return type === 'integer' ? number.int() : number
}

function textSchema({ enum: choices, format, maxLength }: z.infer<typeof TextSetting>): z.ZodType<string> {
  if (choices) return z.enum(choices)
  const text = z.string().trim().max(maxLength)
  if (format === 'email')
    return text.pipe(z.union([z.literal(''), z.email('Enter a full address, like name@example.com.')]))
  if (format === 'uri')
    return text.pipe(
      z.union([
        z.literal(''),
        z.url({ protocol: /^https?$/, error: 'Enter an address like https://example.com.' }),
      ]),
    )
  return text
}

/** What checks settings as people send them: known ones only, each of its kind. */
export function configSchemaOf({ properties, required }: ConfigSchema): z.ZodType<Config> {
  const entries = Object.entries(properties).map(([key, setting]): [string, z.ZodType<ConfigValue>] => {
    const value = valueSchema(setting)
    if (!required.includes(key)) return [key, value]
    return [key, value.refine((given) => given !== '', 'Enter something here.')]
  })
  return z.strictObject(Object.fromEntries(entries))
}

/** Settings with a value for each: what was given where it fits, else the default, else the emptiest there is. */
export function completeConfig({ properties }: ConfigSchema, given: Record<string, unknown>): Config {
  const entries = Object.entries(properties).map(([key, setting]): [string, ConfigValue] => {
    const found = Object.hasOwn(given, key) ? valueSchema(setting).safeParse(given[key]) : undefined
    return [key, found?.success ? found.data : startOf(setting)]
  })
  return Object.fromEntries(entries)
}

function startOf(setting: Setting): ConfigValue {
  if (setting.default !== undefined) return setting.default
  if (setting.type === 'boolean') return false
  if (setting.type === 'string') return setting.enum?.[0] ?? ''
  return Math.max(0, setting.minimum ?? 0)
}

/** One step from a version of the settings to the next: what is called differently from then on, and what goes. */
export const ConfigMigration = z.strictObject({
  from: z.int().min(1).max(1000),
  rename: z.record(SettingKey, SettingKey).default({}),
  drop: z.array(SettingKey).max(40).default([]),
})
export type ConfigMigration = z.infer<typeof ConfigMigration>

/** Settings written for an older version, brought up to this one step by step. */
export function migrateConfig(
  given: Record<string, unknown>,
  migrations: readonly ConfigMigration[],
  { from, to }: { from: number; to: number },
): Record<string, unknown> {
  let config = given
  for (let version = from; version < to; version++) {
    const step = migrations.find((each) => each.from === version)
    if (!step) continue
    const kept = Object.entries(config).filter(([key]) => !step.drop.includes(key))
    config = Object.fromEntries(kept.map(([key, value]) => [step.rename[key] ?? key, value]))
  }
  return config
}
