import * as z from 'zod/mini'
import { propertyHints } from '#sites/blocks/properties.ts'
import { unwrap } from '#sites/blocks/salvage.ts'
import type { JsonValue } from '#workers/sites/page-document.contract.ts'

export type Item = Record<string, JsonValue>
export type Shape = Record<string, z.core.$ZodType>

const MAX_TITLE = 80
/** Kinds of properties an item may be called by, the best first. */
const TITLES = ['line', 'area', 'rich', 'link', 'picture'] as const

/** The items of a list as its block reads them. */
export const itemsOf = (value: unknown): Item[] => (Array.isArray(value) ? value : [])

/** What each item of a list has. */
export function itemShape(schema: z.core.$ZodType): Shape {
  const list = unwrap(schema)
  const item = list instanceof z.ZodMiniArray ? unwrap(list.def.element) : undefined
  return item instanceof z.ZodMiniObject ? item.shape : {}
}

/** An item as it is before anyone has written in it. */
export function newItem(shape: Shape): Item {
  const fields = Object.entries(shape).map(([name, schema]) => {
    const { data } = z.safeParse(schema, undefined)
    return [name, data]
  })
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

/** A list with one item standing elsewhere. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  return item === undefined ? [...items] : items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** What an item is called in the list: the first words in it. */
export function titleOf(item: Item, shape: Shape): string | undefined {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    control: propertyHints.get(schema)?.control ?? '',
    value: item[name],
  }))
  for (const control of TITLES) {
    const texts = fields.filter((field) => field.control === control)
    const text = texts.map(({ value }) => wordsIn(control, value).trim()).find(Boolean)
    if (text) return text.slice(0, MAX_TITLE)
  }
  return undefined
}

function wordsIn(control: (typeof TITLES)[number], value: JsonValue | undefined): string {
  if (control === 'line' || control === 'area') return String(value ?? '')
  if (control === 'rich') return String(value ?? '').replace(/<[^>]*>/g, ' ')
  if (control === 'link') return partOf(value, 'label')
  return partOf(value, 'alt') || fileName(partOf(value, 'src'))
}

function partOf(value: JsonValue | undefined, name: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  return String(value[name] ?? '')
}

const fileName = (address: string): string => address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
