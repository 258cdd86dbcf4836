import type { WxrTotals } from './wxr-events.ts'

export type Outcome = 'imported' | 'merged' | 'skipped' | 'failed'

/** What became of one thing of the source. */
export interface Entry {
  kind: string
  sourceId: string | number
  outcome: Outcome
  /** Required of what was skipped or failed. */
  reason?: string
}
export interface Tally {
  kind: string
  source: number
  imported: number
  merged: number
  skipped: number
  failed: number
}
export interface Reconciliation {
  tallies: Tally[]
  balances: boolean
  /** A sentence for everything that does not add up. */
  differences: string[]
  /** How often each reason was given, the most frequent first. */
  reasons: { kind: string; outcome: Outcome; reason: string; count: number }[]
}

/**
 * Compares what an export holds with what became of it: for each kind the source equals imported, merged, skipped and
 * failed together, each thing ends once, and nothing is left out without a reason.
 */
export function reconcile(
  source: Readonly<Record<string, number>>,
  entries: Iterable<Entry>,
): Reconciliation {
  const tallies = new Map<string, Tally>()
  for (const [kind, count] of Object.entries(source))
    tallies.set(kind, { ...emptyTally(kind), source: count })
  const ends = new Set<string>()
  const differences: string[] = []
  const reasons = new Map<string, Reconciliation['reasons'][number]>()
  for (const entry of entries) {
    const tally = tallies.get(entry.kind) ?? emptyTally(entry.kind)
    tally[entry.outcome]++
    tallies.set(entry.kind, tally)
    const end = JSON.stringify([entry.kind, entry.sourceId])
    if (ends.has(end)) differences.push(`The ${entry.kind} ${entry.sourceId} has more than one outcome.`)
    ends.add(end)
    noteReason(entry, reasons, differences)
  }
  for (const tally of tallies.values()) differences.push(...differenceOf(tally))
  return {
    tallies: [...tallies.values()],
    balances: differences.length === 0,
    differences,
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
  }
}

/** What an export holds, by the names people know its kinds by. */
export function sourceOf(totals: WxrTotals): Record<string, number> {
  const { nav_menu_item: menuItems, ...items } = totals.items
  return {
    author: totals.authors,
    category: totals.categories,
    tag: totals.tags,
    term: totals.terms,
    comment: totals.comments,
    ...items,
    ...(menuItems === undefined ? {} : { 'menu item': menuItems }),
    ...(totals.unreadable === 0 ? {} : { 'unreadable entry': totals.unreadable }),
  }
}

/** Adds the tallies of slices that were worked on apart; each slice counts its own part of the source. */
export function addTallies(...slices: readonly (readonly Tally[])[]): Tally[] {
  const sums = new Map<string, Tally>()
  for (const tally of slices.flat()) {
    const sum = sums.get(tally.kind) ?? emptyTally(tally.kind)
    for (const count of ['source', 'imported', 'merged', 'skipped', 'failed'] as const)
      sum[count] += tally[count]
    sums.set(tally.kind, sum)
  }
  return [...sums.values()]
}

/** A sentence for each tally that does not balance. */
export function imbalances(tallies: readonly Tally[]): string[] {
  return tallies.flatMap(differenceOf)
}

function differenceOf({ kind, source, imported, merged, skipped, failed }: Tally): string[] {
  const accounted = imported + merged + skipped + failed
  if (accounted === source) return []
  const what =
    accounted < source ? `${source - accounted} are unaccounted for` : `${accounted - source} are too many`
  return [`Of ${source} of the kind “${kind}” ${what}.`]
}

function noteReason(
  { kind, sourceId, outcome, reason }: Entry,
  reasons: Map<string, Reconciliation['reasons'][number]>,
  differences: string[],
): void {
  if (outcome !== 'skipped' && outcome !== 'failed') return
  if (!reason) {
    differences.push(`The ${kind} ${sourceId} was ${outcome} without a reason.`)
    return
  }
  const key = JSON.stringify([kind, outcome, reason])
  const known = reasons.get(key) ?? { kind, outcome, reason, count: 0 }
  reasons.set(key, { ...known, count: known.count + 1 })
}

const emptyTally = (kind: string): Tally => ({
  kind,
  source: 0,
  imported: 0,
  merged: 0,
  skipped: 0,
  failed: 0,
})
