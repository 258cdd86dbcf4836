import { typesOf } from './examples.ts'
import { type OpenApi, resolve, type Schema } from './openapi.ts'
import { Prose } from './prose.tsx'

interface SchemaViewProps {
  schema: Schema
  document: OpenApi
  depth?: number
}

const MAX_DEPTH = 5

/** The fields of a schema, with what each may be. */
export function SchemaView({ schema, document, depth = 0 }: SchemaViewProps) {
  const known = unwrapped(schema, document)
  const fields = Object.entries(known.properties ?? {})
  if (fields.length === 0) return <p class="code text-fg-2">{typeLabel(known, document)}</p>
  return (
    <ul class={depth > 0 ? 'mt-1 border-l border-line pl-3' : ''}>
      {fields.map(([name, field]) => (
        <FieldRow
          key={name}
          name={name}
          field={field}
          isRequired={known.required?.includes(name) ?? false}
          document={document}
          depth={depth}
        />
      ))}
    </ul>
  )
}

interface FieldRowProps {
  name: string
  field: Schema
  isRequired: boolean
  document: OpenApi
  depth: number
}

function FieldRow({ name, field, isRequired, document, depth }: FieldRowProps) {
  const known = resolve(field, document)
  const inner = unwrapped(known, document)
  const note = [sentence(field.description ?? known.description), limits(known)].filter(Boolean).join(' ')
  return (
    <li class="border-b border-line-subtle py-1.5 last:border-0">
      <div class="flex flex-wrap items-baseline gap-x-2">
        <span class="code font-semibold">{name}</span>
        <span class="code text-fg-3">{typeLabel(known, document)}</span>
        {isRequired && <span class="text-11 font-medium text-danger-fg">required</span>}
      </div>
      {note && (
        <p class="text-12 text-fg-2">
          <Prose text={note} />
        </p>
      )}
      {inner.properties && depth < MAX_DEPTH && (
        <SchemaView schema={inner} document={document} depth={depth + 1} />
      )}
    </li>
  )
}

/** The object inside a list, an alternative to null, or several schemas put together. */
function unwrapped(schema: Schema, document: OpenApi): Schema {
  const known = resolve(schema, document)
  if (known.items) return unwrapped(known.items, document)
  if (known.allOf) return Object.assign({}, ...known.allOf.map((part) => resolve(part, document)))
  const variant = (known.anyOf ?? known.oneOf)?.find((one) => resolve(one, document).properties)
  return variant ? resolve(variant, document) : known
}

export function typeLabel(schema: Schema, document: OpenApi): string {
  const known = resolve(schema, document)
  if (known.const !== undefined) return JSON.stringify(known.const)
  if (known.enum) return known.enum.map((value) => JSON.stringify(value)).join(' | ')
  const variants = known.anyOf ?? known.oneOf
  if (variants) return variants.map((variant) => typeLabel(variant, document)).join(' | ')
  if (known.items) return `${typeLabel(known.items, document)}[]`
  const types = typesOf(known).join(' | ') || 'any'
  return known.format ? `${types} (${known.format})` : types
}

function limits({ minLength, maxLength, minimum, maximum, default: standard, pattern }: Schema): string {
  return [
    minLength !== undefined && `At least ${minLength} characters.`,
    maxLength !== undefined && `At most ${maxLength} characters.`,
    minimum !== undefined && Math.abs(minimum) < Number.MAX_SAFE_INTEGER && `From ${minimum}.`,
    maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER && `Up to ${maximum}.`,
    standard !== undefined && `${JSON.stringify(standard)} when left out.`,
    pattern && pattern.length < 60 && `Matches ${pattern}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function sentence(text = ''): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`
}
