import type { Agency } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { spreadOf } from './compare.ts'
import { round, type Section } from './report.ts'

const REPETITIONS = 10
const LOOK_EVERY_MS = 10
const PATIENCE_MS = 30_000

/** Time on the clock from the request that creates a client until the new site answers. */
export function measureClickToLive(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const agency = await bench.world.agency()
    await clickToLive(bench, agency)
    const times: { answered: number; live: number }[] = []
    for (let at = 0; at < REPETITIONS; at++) times.push(await clickToLive(bench, agency))
    const row = (what: string, values: number[]) => {
      const { median, low, high } = spreadOf(values)
      const [least, most] = [Math.min(...values), Math.max(...values)]
      return [
        what,
        `${round(median)} ms`,
        `${round(low)}–${round(high)} ms`,
        `${round(least)}–${round(most)} ms`,
      ]
    }
    return {
      title: 'From the click to the live site',
      how: `Time on the clock, ${REPETITIONS} clients one after the other, after one to warm up. The site’s address is asked every ${LOOK_EVERY_MS} ms until it answers 200.`,
      head: ['until', 'median', 'middle half', 'all'],
      rows: [
        row(
          '`POST /clients` has answered',
          times.map(({ answered }) => answered),
        ),
        row(
          'the site answers a visitor',
          times.map(({ live }) => live),
        ),
      ],
      notes: [
        'In between: the run’s event goes through the queue’s stand-in, the pages are made from the template, compiled into a snapshot, and the host is pointed at it.',
      ],
    }
  })
}

async function clickToLive({ world, ports }: BenchStack, { owner }: Agency) {
  const slug = `s-${newId().slice(-12)}`
  const started = performance.now()
  const created = await owner.call('POST', '/clients', {
    ...{ clientName: 'Harbor Dental', website: { template: 'clinic', slug } },
  })
  if (created.status !== 201) throw new Error(JSON.stringify(created.body))
  const answered = performance.now() - started
  while (performance.now() - started < PATIENCE_MS) {
    const { status } = await world.visit(`${slug}.localhost:${ports.product}`, '/')
    if (status === 200) return { answered, live: performance.now() - started }
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS))
  }
  throw new Error(`${slug} did not go live.`)
}
