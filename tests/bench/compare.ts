import { CONNECTIONS, type Load, type Loader } from './load.ts'
import type { SliceReport } from './loader.ts'
import { cpuSince, readCpu } from './process-meter.ts'

/** One of the ways that are compared: what to send, and the processes whose CPU it costs. */
export interface Variant {
  name: string
  /** A slice of load; called once for each round, so that paths can be new each time. */
  load: () => Load
  pids: () => number[]
  /** Checks a slice's answers; throws when they are not what was to be measured. */
  expect?: (report: SliceReport) => void
}

export interface Measured {
  /** Microseconds of CPU per request, round by round. */
  cpuUs: number[]
  /** Microseconds until the answer, per request, as they overlap. */
  wallUs: number[]
  bytes: number
}

/**
 * Runs every variant once per round, each round in the opposite order of the one before. What the machine does besides
 * hits all variants alike, and ratios are taken within a round. The first round warms up and is not counted.
 */
export async function compare(
  loader: Loader,
  variants: Variant[],
  rounds: number,
): Promise<Map<string, Measured>> {
  const results = new Map(variants.map(({ name }) => [name, { cpuUs: [], wallUs: [], bytes: 0 } as Measured]))
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? variants : variants.toReversed()
    for (const variant of order) {
      const slice = await measure(loader, variant)
      const result = results.get(variant.name)
      if (round === 0 || !result) continue
      result.cpuUs.push(slice.cpuUs)
      result.wallUs.push(slice.wallUs)
      result.bytes = slice.bytes
    }
  }
  return results
}

async function measure(loader: Loader, { load, pids, expect = allOk }: Variant) {
  const wanted = load()
  const before = readCpu(pids())
  const report = await loader.drive(wanted)
  const used = cpuSince(before, pids())
  expect(report)
  const { count } = wanted
  return { cpuUs: (used * 1000) / count, wallUs: (report.ms * 1000) / count, bytes: report.bytes / count }
}

function allOk({ statuses }: SliceReport): void {
  const wrong = Object.keys(statuses).filter((status) => status !== '200')
  if (wrong.length > 0) throw new Error(`Some answers were not 200: ${JSON.stringify(statuses)}`)
}

/** Throws unless every answer said where it came from as expected. */
export const expectCache = (wanted: 'hit' | 'miss') => (report: SliceReport) => {
  allOk(report)
  const others = Object.entries(report.caches).filter(([cache]) => cache !== wanted)
  // The first answers of a slice, all asked at once, may find the page gone from memory.
  const strays = others.reduce((sum, [, count]) => sum + count, 0)
  if (strays > CONNECTIONS) throw new Error(`Expected ${wanted}: ${JSON.stringify(report.caches)}`)
}

export interface Spread {
  median: number
  low: number
  high: number
}

/** The median, and the middle half around it. */
export function spreadOf(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

/** How many times one costs the other, round by round. */
export const ratioOf = (one: number[], other: number[]): Spread =>
  spreadOf(one.map((value, round) => value / (other[round] ?? Number.NaN)))
