import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, isPublicName } from '#workers/core/safe-fetch-addresses.ts'

describe('addresses', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:10::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'fe80::1%eth0',
    '1.2.3.4.5',
    '256.1.1.1',
    'example.com',
    '',
    ':',
    '1.2.3.4/8',
    '1.2.3.4#',
    '8.8.8.8:80',
    '8.8.8.8@1.1.1.1',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001:81b::200e',
    '2001:4860:4860::8888',
    '2001:200::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test('no IPv4 address in a private network is public in any spelling', () => {
    const last = fc.tuple(fc.nat(255), fc.nat(255))
    fc.assert(
      fc.property(
        fc.constantFrom([10, 0], [127, 5], [192, 168], [169, 254], [172, 20]),
        last,
        ([a = 0, b = 0], [c, d]) => {
          const value = a * 2 ** 24 + b * 2 ** 16 + c * 256 + d
          const hex = (part: number) => part.toString(16)
          for (const spelling of [
            `${a}.${b}.${c}.${d}`,
            String(value),
            `0x${hex(value)}`,
            `0${value.toString(8)}`,
            `${a}.${value % 2 ** 24}`,
            `::ffff:${a}.${b}.${c}.${d}`,
            `::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}`,
          ])
            expect(isPublicAddress(spelling)).toBe(false)
        },
      ),
    )
  })
})

describe('names', () => {
  test.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'printer',
    'printer.local',
    'metadata.google.internal',
    'db.internal.',
    'a.home.arpa',
    'router.lan',
    'x.corp',
    '',
    '.',
    'a..',
  ])('%s is not public', (name) => {
    expect(isPublicName(name)).toBe(false)
  })

  test.each(['example.com', 'example.com.', 'local.example.com', 'xn--mnchen-3ya.de', 'mylocalhost.com'])(
    '%s is',
    (name) => {
      expect(isPublicName(name)).toBe(true)
    },
  )
})
