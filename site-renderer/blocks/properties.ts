import * as z from 'zod/mini'
import { iconNames } from './icons.ts'

/** How the builder offers a property; lengths are advice to the writer, never a reason not to draw. */
export interface Hints {
  label: string
  control:
    | 'line'
    | 'area'
    | 'rich'
    | 'toggle'
    | 'choice'
    | 'icon'
    | 'link'
    | 'picture'
    | 'list'
    | 'form'
    | 'collection'
    | 'entryField'
  maxLength?: number
  itemLabel?: string
  /** What a field of a collection is chosen for. */
  role?: FieldRole
}

export type FieldRole = 'sort' | 'filter' | 'picture' | 'text' | 'link'
export const propertyHints = z.registry<Hints>()

// Schemas are slow to make and a Worker makes them all before its first answer, so equal ones are one.
const text = z.string()
const emptyText = z._default(text, '')
const size = z.optional(z.int().check(z.positive()))
const flag = z.boolean()
const iconName = z.enum(iconNames)
const address = z.object({ label: emptyText, href: emptyText })
/** Put in by a publish; looked at again because they become part of a style. */
const focus = z.optional(z.string().check(z.regex(/^\d{1,3}% \d{1,3}%$/)))
const placeholder = z.optional(z.string().check(z.regex(/^data:image\/webp;base64,[\w+/=]{1,600}$/)))
const image = z.object({ src: emptyText, alt: emptyText, width: size, height: size, focus, placeholder })

export const line = (label: string, fallback = '', maxLength = 120) =>
  z._default(text, fallback).register(propertyHints, { label, control: 'line', maxLength })

export const area = (label: string, fallback = '', maxLength = 400) =>
  z._default(text, fallback).register(propertyHints, { label, control: 'area', maxLength })

/** HTML that was made safe by allow-list when it was written. */
export const rich = (label: string, fallback = '') =>
  z._default(text, fallback).register(propertyHints, { label, control: 'rich' })

export const toggle = (label: string, fallback = false) =>
  z._default(flag, fallback).register(propertyHints, { label, control: 'toggle' })

export const choice = <const Options extends readonly [string, ...string[]]>(
  label: string,
  options: Options,
  fallback: NoInfer<Options[number]>,
) =>
  z
    // safe: the fallback is one of the options by its type
    ._default(z.enum(options), fallback as never)
    .register(propertyHints, { label, control: 'choice' })

export const icon = (label: string, fallback: (typeof iconNames)[number] = 'check') =>
  z._default(iconName, fallback).register(propertyHints, { label, control: 'icon' })

export const link = (label: string, fallback = { label: '', href: '' }) =>
  z._default(address, fallback).register(propertyHints, { label, control: 'link' })

export const picture = (label: string, fallback = { src: '', alt: '' }) =>
  z._default(image, fallback).register(propertyHints, { label, control: 'picture' })

/** One of the site's forms, by its slug. */
export const formChoice = (label: string, fallback: string) =>
  z._default(text, fallback).register(propertyHints, { label, control: 'form' })

export const list = <Shape extends z.core.$ZodShape>(
  label: string,
  itemLabel: string,
  shape: Shape,
  fallback: NoInfer<z.input<z.ZodMiniObject<Shape>>>[] = [],
) =>
  z
    // safe: the fallback is what the items' own schema takes
    .prefault(z.array(z.object(shape)), fallback as never)
    .register(propertyHints, { label, control: 'list', itemLabel })

/** One of the site's collections, by its key. */
export const collectionChoice = (label: string) =>
  z._default(text, '').register(propertyHints, { label, control: 'collection' })

/** One of the fields of the block's collection, by its key. */
export const fieldChoice = (label: string, role: FieldRole) =>
  z._default(text, '').register(propertyHints, { label, control: 'entryField', role })
