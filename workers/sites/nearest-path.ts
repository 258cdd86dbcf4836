/** How alike two words have to be to be taken for one another. */
const ALIKE = 0.45

/** The address most like one that is not there; undefined when none is. */
export function nearest(path: string, addresses: readonly string[]): string | undefined {
  const wanted = pairsOf(path)
  let [best, score]: [string | undefined, number] = [undefined, ALIKE]
  for (const address of addresses) {
    const alike = likeness(wanted, pairsOf(address))
    if (alike > score) [best, score] = [address, alike]
  }
  return best
}

/** Pairs of neighbouring letters of an address, its last part twice: that is what people remember. */
function pairsOf(path: string): Map<string, number> {
  const words = `${path} ${path.slice(path.lastIndexOf('/'))}`
    .toLowerCase()
    .replaceAll(/\.\w{2,5}(?= |$)/g, '')
  const pairs = new Map<string, number>()
  for (let at = 0; at < words.length - 1; at++) {
    const pair = words.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** The Sørensen–Dice coefficient: 1 for the same, 0 for nothing in common. */
function likeness(one: Map<string, number>, other: Map<string, number>): number {
  let shared = 0
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0)
  return (2 * shared) / (sum(one) + sum(other))
}

const sum = (pairs: Map<string, number>) => [...pairs.values()].reduce((total, count) => total + count, 0)
