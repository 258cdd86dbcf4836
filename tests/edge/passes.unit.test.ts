import { describe, expect, test } from 'vitest'
import { makePass, passIn, readPass } from '#edge/passes.contract.ts'

const secret = 'a secret of the front door'
const scope = { host: 'harbordental.localhost:8787', key: 'one' }
const inAnHour = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000)

describe('a pass', () => {
  test('is good for its host and key until it ends', async () => {
    const pass = await makePass(scope, inAnHour, secret)
    expect(await readPass(pass, scope, secret)).toEqual(inAnHour)
    expect(await readPass(pass, { ...scope, host: 'HarborDental.localhost:8787' }, secret)).toEqual(inAnHour)
    expect(await readPass(pass, { ...scope, host: 'other.localhost:8787' }, secret)).toBeUndefined()
    expect(await readPass(pass, { ...scope, key: 'two' }, secret)).toBeUndefined()
    expect(await readPass(pass, scope, 'another secret')).toBeUndefined()
    const over = await makePass(scope, new Date(Date.now() - 1000), secret)
    expect(await readPass(over, scope, secret)).toBeUndefined()
  })

  test('cannot be made longer, nor out of anything else', async () => {
    const [expires = '', signature = ''] = (await makePass(scope, inAnHour, secret)).split('.')
    const later = String(Number(expires) + 1)
    for (const pass of [
      `${later}.${signature}`,
      expires,
      `${expires}.`,
      `.${signature}`,
      '',
      'x.y',
      null,
      undefined,
    ])
      expect(await readPass(pass, scope, secret), String(pass)).toBeUndefined()
  })

  test('is found among other cookies', () => {
    expect(passIn('a=b; dde.pass=1.x; c=d')).toBe('1.x')
    expect(passIn('not.dde.pass=1')).toBeUndefined()
    expect(passIn(null)).toBeUndefined()
  })
})
