import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '#tests/stack/world.ts'
import { builtInRoles, permissions } from '#workers/auth/permissions.contract.ts'
import { newId } from '#workers/core/ids.ts'
import { callAs } from './access-tokens.ts'
import { endpoints, fillPath, guarded, named, paramsOf } from './contract-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { expectProblem } from './problems.ts'
import { sampleBody } from './sample-request.ts'

let world: World
let tenantId: string
beforeAll(async () => {
  world = await createWorld()
  tenantId = (await world.agency()).tenantId
})
afterAll(() => world.close())

describe('with every permission but the one it takes', () => {
  test.each(named(guarded.filter(({ needs }) => needs !== 'signed-in')))(
    '%s is forbidden',
    async (_name, endpoint) => {
      const { needs, method, path } = endpoint
      const call = await callAs({ tenantId, permissions: permissions.filter((each) => each !== needs) })
      const ids = Object.fromEntries(paramsOf(endpoint).map(({ name }) => [name, newId()]))
      const before = await fingerprintOf(world.db, { tenantId })
      const answer = await call(method.toUpperCase(), fillPath(path, ids), sampleBody(endpoint))
      expectProblem(answer, 'forbidden')
      expect(answer.body.error.message).toContain(needs)
      // Whoever may not do it does not learn what would have been wrong with it either.
      const nonsense = await call(
        method.toUpperCase(),
        fillPath(path, ids),
        endpoint.body ? '{"nonsense":' : undefined,
      )
      expect(nonsense.status).toBe(403)
      expect(await fingerprintOf(world.db, { tenantId })).toEqual(before)
    },
  )
})

describe('permissions', () => {
  test('of every endpoint exist, and each is held by some role', () => {
    const needed = endpoints
      .map(({ needs }) => needs)
      .filter((need) => need !== 'public' && need !== 'signed-in')
    expect(permissions).toEqual(expect.arrayContaining(needed))
    const held = Object.values(builtInRoles).flat()
    expect(held).toEqual(expect.arrayContaining([...permissions]))
  })

  test('a viewer changes nothing, and nobody of a client reads the audit log or brings clients on board', () => {
    expect(builtInRoles.client_viewer.filter((permission) => !permission.endsWith(':read'))).toEqual([])
    for (const role of ['client_admin', 'client_editor', 'client_viewer'] as const) {
      expect(builtInRoles[role]).not.toContain('audit:read')
      expect(builtInRoles[role]).not.toContain('clients:write')
      expect(builtInRoles[role]).not.toContain('platform:read')
    }
  })
})
