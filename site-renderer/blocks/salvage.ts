import * as z from 'zod/mini'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a value by its schema and, where part of it is wrong, keeps the rest: wrong properties take their defaults, wrong items go. */
export function salvage(schema: z.core.$ZodType, value: unknown): unknown {
  const whole = z.safeParse(schema, value)
  if (whole.success) return whole.data

  const inner = unwrap(schema)
  if (inner instanceof z.ZodMiniObject && isRecord(value)) return salvageObject(inner, value)
  if (inner instanceof z.ZodMiniArray && Array.isArray(value)) return salvageItems(inner.def.element, value)

  const fallback = z.safeParse(schema, undefined)
  if (fallback.success) return fallback.data
  return inner instanceof z.ZodMiniObject ? salvageObject(inner, {}) : undefined
}

/** The schema itself, without the default around it. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const hasInner =
    schema instanceof z.ZodMiniDefault ||
    schema instanceof z.ZodMiniPrefault ||
    schema instanceof z.ZodMiniOptional
  return hasInner ? unwrap(schema.def.innerType) : schema
}

function salvageObject(schema: z.ZodMiniObject, value: Record<string, unknown>): Record<string, unknown> {
  const parts = Object.entries(schema.shape).map(([key, part]) => [key, salvage(part, value[key])])
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
}

function salvageItems(element: z.core.$ZodType, values: unknown[]): unknown[] {
  const inner = unwrap(element)
  return inner instanceof z.ZodMiniObject
    ? values.filter(isRecord).map((value) => salvageObject(inner, value))
    : values.map((value) => z.safeParse(element, value)).flatMap((item) => (item.success ? [item.data] : []))
}
