import * as z from 'zod'
import { iconNames } from './icons.ts'

/** How the builder offers a property; lengths are advice to the writer, never a reason not to draw. */
interface Hints {
  label: string
  control: 'line' | 'area' | 'rich' | 'toggle' | 'choice' | 'icon' | 'link' | 'picture' | 'list' | 'form'
  maxLength?: number
  itemLabel?: string
}
const hints = (value: Hints) => ({ ...value })

export const line = (label: string, fallback = '', maxLength = 120) =>
  z
    .string()
    .default(fallback)
    .meta(hints({ label, control: 'line', maxLength }))

export const area = (label: string, fallback = '', maxLength = 400) =>
  z
    .string()
    .default(fallback)
    .meta(hints({ label, control: 'area', maxLength }))

/** HTML that was made safe by allow-list when it was written. */
export const rich = (label: string, fallback = '') =>
  z
    .string()
    .default(fallback)
    .meta(hints({ label, control: 'rich' }))

export const toggle = (label: string, fallback = false) =>
  z
    .boolean()
    .default(fallback)
    .meta(hints({ label, control: 'toggle' }))

export const choice = <const Options extends readonly [string, ...string[]]>(
  label: string,
  options: Options,
  fallback: NoInfer<Options[number]>,
) =>
  z
    .enum(options)
    // safe: the fallback is one of the options by its type
    .default(fallback as never)
    .meta(hints({ label, control: 'choice' }))

export const icon = (label: string, fallback: (typeof iconNames)[number] = 'check') =>
  z
    .enum(iconNames)
    .default(fallback)
    .meta(hints({ label, control: 'icon' }))

export const link = (label: string, fallback = { label: '', href: '' }) =>
  z
    .object({ label: z.string().default(''), href: z.string().default('') })
    .default(fallback)
    .meta(hints({ label, control: 'link' }))

export const picture = (label: string, fallback = { src: '', alt: '' }) =>
  z
    .object({
      src: z.string().default(''),
      alt: z.string().default(''),
      width: z.int().positive().optional(),
      height: z.int().positive().optional(),
    })
    .default(fallback)
    .meta(hints({ label, control: 'picture' }))

export const list = <Shape extends z.ZodRawShape>(
  label: string,
  itemLabel: string,
  shape: Shape,
  fallback: NoInfer<z.input<z.ZodObject<Shape>>>[] = [],
) => {
  const item = z.object(shape)
  return (
    z
      .array(item)
      .default(item.array().parse(fallback) as never)
      // safe: what the item's own schema has parsed is what the list holds
      .meta(hints({ label, control: 'list', itemLabel }))
  )
}
