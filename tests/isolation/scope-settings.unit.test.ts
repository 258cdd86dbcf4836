import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#local/worker-list.ts'

const sources = globSync(
  '{app,db,edge-middleware,jobs,local,provisioner-vps,site-renderer,workers}/**/*.{ts,tsx,sql,mjs,astro}',
  {
    cwd: root,
    exclude: (path) => /node_modules|dist|\.astro/.test(String(path)),
  },
)

/** A setting that outlives its transaction goes back into the pool with its connection, to whoever is next. */
const outliving = [
  /set_config\s*\([^;]*?,\s*false\s*\)/i,
  /\bset\s+(session\s+)?app\.\w+/i,
  /\balter\s+role\s.*\sset\s+app\./i,
]

test('no source sets a scope for longer than its transaction', () => {
  expect(sources.length).toBeGreaterThan(200)
  const offending = sources.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return outliving.some((pattern) => pattern.test(text))
  })
  expect(offending).toEqual([])
})

test('would notice one that did', () => {
  expect(outliving[0]?.test("select set_config('app.tenant_id', $1, false)")).toBe(true)
  expect(outliving[1]?.test("set app.tenant_id = 'x'")).toBe(true)
})
