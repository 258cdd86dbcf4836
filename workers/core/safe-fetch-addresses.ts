/** IPv4 networks that are not the public internet: private, reserved, shared, multicast, for documentation. */
const NETWORKS: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
/** Prefixes within 2000::/3, the one public part of IPv6, that are not public or hide an IPv4 address. */
const PREFIXES: readonly (readonly [first: number, second: number, bits: number])[] = [
  [0x2001, 0x0000, 23],
  [0x2001, 0x0db8, 32],
  [0x2002, 0x0000, 16],
  [0x3fff, 0x0000, 20],
]
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|private|corp|home|lan|arpa|onion|invalid|test)$/

/** Whether an IP address, in whatever spelling, is on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (!/^[0-9a-fx.:]{2,50}$/i.test(address)) return false
  const host = hostOf(address.includes(':') ? `[${address}]` : address)
  if (host === undefined) return false
  if (host.startsWith('[')) return isPublicV6(host.slice(1, -1))
  return V4.test(host) && isPublicV4(host)
}

/** Whether a host, as a parsed URL spells it, is an address rather than a name. */
export const isAddress = (host: string): boolean => host.startsWith('[') || V4.test(host)

/** A name of at least two parts under a public top-level domain. */
export function isPublicName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return name.includes('.') && !name.endsWith('.') && !PRIVATE_NAMES.test(name)
}

const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Parsing a URL turns every spelling of an address into one. */
function hostOf(host: string): string | undefined {
  const url = `http://${host}/`
  return URL.canParse(url) ? new URL(url).hostname : undefined
}

function isPublicV4(address: string): boolean {
  const value = numberOf(address)
  return !NETWORKS.some(([network, bits]) => value >>> (32 - bits) === numberOf(network) >>> (32 - bits))
}

const numberOf = (address: string): number =>
  address.split('.').reduce((value, part) => ((value << 8) | Number(part)) >>> 0, 0)

function isPublicV6(address: string): boolean {
  const [first, second] = leadingGroups(address)
  if (first >>> 13 !== 1) return false
  const leading = ((first << 16) | second) >>> 0
  return !PREFIXES.some(([high, low, bits]) => {
    const prefix = ((high << 16) | low) >>> 0
    return leading >>> (32 - bits) === prefix >>> (32 - bits)
  })
}

/** The first two groups; those a double colon stands for are nought. */
function leadingGroups(address: string): [number, number] {
  const groups = address.split('::')[0]?.split(':').filter(Boolean) ?? []
  const group = (index: number) => Number.parseInt(groups[index] ?? '0', 16)
  return [group(0), group(1)]
}
