import * as z from 'zod/mini'
import { type Hints, propertyHints } from '#sites/blocks/properties.ts'
import { findBlock } from '#sites/blocks/registry.ts'
import { unwrap } from '#sites/blocks/salvage.ts'
import type { PropertyPath } from '#workers/sites/page-patches.contract.ts'

/** How the value at the end of a way into a block's properties wants to be edited; undefined when there is none. */
export function controlAt(type: string, path: PropertyPath): Hints | undefined {
  let schema: z.core.$ZodType | undefined = findBlock(type)?.props
  let hints: Hints | undefined
  for (const key of path) {
    schema = innerAt(schema && unwrap(schema), key)
    if (!schema) return undefined
    hints = propertyHints.get(schema) ?? hints
  }
  return hints
}

function innerAt(schema: z.core.$ZodType | undefined, key: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodMiniArray) return typeof key === 'number' ? schema.def.element : undefined
  if (schema instanceof z.ZodMiniObject && Object.hasOwn(schema.shape, key)) return schema.shape[key]
  return undefined
}

/** `items.2.title`, as blocks name a property, as a way into their properties. */
export const pathOf = (property: string): PropertyPath =>
  property.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
