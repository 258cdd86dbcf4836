import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withoutSchemas } from '#app/build/contracts-without-schemas.ts'

const contract = `
import * as z from 'zod'
import { endpoint, Id } from '../core/endpoint.contract.ts'
export const Note = z.object({ id: Id })
export type Note = z.infer<typeof Note>
export const Colored = z.object({ color: Note.describe('Red') }) satisfies z.ZodType<object>
export const MOST = 5 * 1024
const shared = { name: z.string().trim(), note: Note.describe('One'), most: 3 }
export const kinds = ['a', 'b'] as const
export const notePath = (id: string) => \`/notes/\${id}/file\`
export const notesApi = {
  get: endpoint({ method: 'get', path: '/notes/{id}', needs: 'notes:read', noun: 'Note', returns: Note }),
}
`

describe('a contract in the browser', () => {
  const cut = withoutSchemas(contract, 'notes.contract.ts')

  test('keeps where to ask and what it takes', () => {
    expect(cut).toContain("get: { method: 'get', path: '/notes/{id}', needs: 'notes:read' }")
  })

  test('keeps what several endpoints have in common', () => {
    const shared =
      "const common = { needs: 'notes:read' }\nconst api = { a: endpoint({ ...common, method: 'get', path: '/a', returns: Note }) }"
    expect(withoutSchemas(shared, 'notes.contract.ts')).toContain(
      "a: { ...common, method: 'get', path: '/a' }",
    )
  })

  test('keeps constants and paths', () => {
    expect(cut).toContain('MOST = 5 * 1024')
    expect(cut).toContain("kinds = ['a', 'b'] as const")
    expect(cut).toContain('/notes/$')
  })

  test('has lost its schemas', () => {
    expect(cut).toContain('Note = undefined')
    expect(cut).toContain('Colored = undefined')
    expect(cut).toContain('name: undefined, note: undefined, most: 3')
    expect(cut).not.toMatch(/z\.(?:object|string)/)
  })
})

test('every contract of the API keeps all its endpoints, without what they take and give', () => {
  for (const file of globSync('workers/**/*.contract.ts')) {
    const code = readFileSync(file, 'utf8')
    const rows = code.match(/: endpoint\(\{/g)?.length ?? 0
    const cut = withoutSchemas(code, file)
    expect(cut, file).not.toContain(': endpoint({')
    expect(
      cut.match(/^ {2}\w+: \{ (?:\.\.\.|method|path|needs)/gm)?.length ?? 0,
      file,
    ).toBeGreaterThanOrEqual(rows)
  }
})
