/** A JSON parameter as Postgres text, by the rules of Neon's proxy (`json_to_pg_text`). */
export function toPostgresText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return toArrayText(value)
  if (typeof value === 'string') return value
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

function toArrayText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return `{${value.map(toArrayText).join(',')}}`
  if (typeof value === 'object') return JSON.stringify(JSON.stringify(value))
  return JSON.stringify(value)
}
