import { describe, expect, test } from 'vitest'
import { mayOf } from '#app/data/actor.ts'
import { serve } from '#app/server-page.tsx'
import { destination } from '#app/shell/destination.ts'
import { navigationFor } from '#app/shell/navigation.ts'
import { matchRoute, routes, sectionOf } from '#app/shell/routes.ts'
import type { Actor } from '#edge/context.contract.ts'
import { builtInRoles, type RoleName } from '#workers/auth/permissions.contract.ts'

const person = (role: RoleName): Actor => ({
  userId: 'u',
  membershipId: 'm',
  tenantId: 't',
  role,
  permissions: [...builtInRoles[role]],
  name: 'Mara <Lindqvist>',
  email: 'mara@northpeak.studio',
  sessionId: 's',
})
const at = (path: string, actor?: Actor) =>
  serve(new URL(path, 'http://localhost:8787'), { target: { kind: 'platform' }, ...(actor && { actor }) })
const mayAs = (role: RoleName) =>
  mayOf({ userId: 'u', tenantId: 't', role, permissions: [...builtInRoles[role]], name: '', email: '' })
const screensOf = (role: RoleName) =>
  navigationFor(mayAs(role)).flatMap(({ items }) => items.map(({ screen }) => screen))

describe('finding the screen of a path', () => {
  test('prefers the words over the placeholders', () => {
    expect(matchRoute('/clients/new')?.name).toBe('addClient')
    expect(matchRoute('/clients/42')).toMatchObject({ name: 'client', params: { id: '42' } })
    expect(matchRoute('/')?.name).toBe('overview')
    expect(matchRoute('/nope')).toBeUndefined()
  })

  test('finds every screen at its own path', () => {
    for (const [name, { path }] of Object.entries(routes)) {
      expect(matchRoute(path.replace(':id', 'x'))?.name).toBe(name)
    }
  })

  test('knows the section of the sidebar', () => {
    expect(sectionOf('startImport')).toBe('websites')
    expect(sectionOf('clients')).toBe('clients')
  })
})

describe('the sidebar', () => {
  test('shows people what they may see', () => {
    expect(screensOf('agency_admin')).toContain('auditLog')
    expect(screensOf('client_viewer')).not.toContain('auditLog')
    expect(screensOf('super_admin')).toEqual(['agencies', 'reviewQueue', 'platformPlugins', 'docs'])
  })
})

describe('the page the server draws', () => {
  test('sends strangers to log in and remembers where they were going', () => {
    expect(at('/contacts?tag=vip')).toEqual({ redirect: '/login?next=%2Fcontacts%3Ftag%3Dvip' })
  })

  test('lets strangers log in and read the API reference', () => {
    expect(at('/login')).toMatchObject({ status: 200 })
    expect(at('/docs')).toMatchObject({ status: 200 })
  })

  test('says when there is nothing, also to strangers', () => {
    expect(at('/nope')).toMatchObject({ status: 404 })
    expect(at('/nope', person('agency_admin'))).toMatchObject({ status: 404 })
  })

  test('says the same of what someone may not see', () => {
    expect(at('/audit-log', person('client_viewer'))).toMatchObject({ status: 404 })
  })

  test('draws the shell with the person’s name, escaped', () => {
    const page = at('/clients', person('agency_admin'))
    expect(page).toMatchObject({ status: 200, title: expect.stringContaining('Clients') })
    expect('html' in page && page.html).toContain('Mara &lt;Lindqvist>')
  })

  test('takes platform staff to the agencies', () => {
    expect(at('/', person('super_admin'))).toEqual({ redirect: '/agencies' })
    expect(at('/agencies', person('super_admin'))).toMatchObject({ facts: { portal: 'admin' } })
  })

  test('takes those with a session away from logging in, but never in a circle', () => {
    expect(at('/login', person('agency_admin'))).toEqual({ redirect: '/' })
    expect(at('/login?next=/clients', person('agency_admin'))).toMatchObject({ status: 200 })
  })

  test('knows where websites live, from the platform’s address and from an agency’s own', () => {
    const target = { kind: 'portal' as const, tenantId: 't' }
    const portal = serve(new URL('http://northpeak.dde.site/docs'), { target })
    expect('facts' in portal && portal.facts.siteHost).toBe('dde.site')
    const platform = at('/docs')
    expect('facts' in platform && platform.facts.siteHost).toBe('localhost:8787')
  })

  test('keeps the secrets of the session to itself', () => {
    const page = at('/clients', person('agency_admin'))
    expect(JSON.stringify('facts' in page && page.facts)).not.toContain('sessionId')
  })
})

describe('where a log-in leads', () => {
  test.each([
    ['/contacts?tag=vip', '/contacts?tag=vip'],
    [undefined, '/'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('with %j is %j', (next, path) => {
    expect(destination(next)).toBe(path)
  })
})
