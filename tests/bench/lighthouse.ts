import lighthouse, { type Result } from 'lighthouse'
import { openBrowser } from '#tests/stack/browser.ts'
import { freePort } from '#tests/stack/free-port.ts'
import { eventually } from '#tests/stack/world.ts'
import { loadTemplates } from '#workers/sites/templates/index.ts'
import { withBenchStack } from './bench-stack.ts'
import type { Section } from './report.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** Google's own measure of the home page of each template, published and served through the front door. */
export function measureLighthouse(): Promise<Section> {
  return withBenchStack(async ({ world }) => {
    const port = await freePort()
    const browser = await openBrowser([`--remote-debugging-port=${port}`])
    const agency = await world.agency()
    const rows: string[][] = []
    const notes: string[] = []
    try {
      for (const { id, name } of await loadTemplates()) {
        const business = { description: `What ${name} does, for whom, and where to find it.` }
        const client = { clientName: name, business, website: { template: id } }
        const { websiteId } = await world.onboard(agency, client)
        const { url } = (await agency.owner.call('GET', `/websites/${websiteId}`)).body
        // The front door believes what it knows of a host for a second.
        await eventually(async () => (await fetchOk(url)) || undefined)
        const result = await examine(url, port, 'simulate')
        const seen = await examine(url, port, 'devtools')
        rows.push([name, ...scoresOf(result), ...figuresOf(seen)])
        notes.push(...faultsOf(result).map((fault) => `${name}: ${fault}`))
      }
    } finally {
      await browser.close()
    }
    return {
      title: 'What Lighthouse says of each template',
      how: 'Lighthouse with its own settings for a phone: a processor four times slower and 1.6 Mbit/s with 150 ms to the server. The scores are as it computes them from what a fast browser fetched; the times are of a second look, with browser and line slowed down for real.',
      head: ['template', ...categories, 'first paint', 'largest paint', 'shift', 'blocked', 'bytes'],
      ...{ rows, notes },
    }
  })
}

async function examine(
  url: string,
  port: number,
  throttlingMethod: 'simulate' | 'devtools',
): Promise<Result> {
  const settings = { output: 'json', logLevel: 'error', onlyCategories: categories } as const
  const found = await lighthouse(url, { ...settings, port, throttlingMethod })
  if (!found || found.lhr.runtimeError)
    throw new Error(`Lighthouse could not look at ${url}: ${found?.lhr.runtimeError?.message}`)
  return found.lhr
}

/** Node asks a name server for what a browser knows: that names below localhost are this machine. */
async function fetchOk(url: string): Promise<boolean> {
  const { host, port } = new URL(url)
  return (await fetch(`http://localhost:${port}/`, { headers: { host } })).ok
}

/** What it holds against the page, other than how long things took. */
const faultsOf = ({ categories: found, audits }: Result): string[] =>
  categories
    .filter((each) => each !== 'performance')
    .flatMap((each) => found[each]?.auditRefs ?? [])
    .flatMap(({ id, weight }) => (weight > 0 && audits[id]?.score === 0 ? [audits[id].title] : []))

const scoresOf = ({ categories: found }: Result): string[] =>
  categories.map((each) => String(Math.round((found[each]?.score ?? 0) * 100)))

function figuresOf({ audits }: Result): string[] {
  const seconds = (id: string) => `${((audits[id]?.numericValue ?? 0) / 1000).toFixed(2)} s`
  return [
    ...[seconds('first-contentful-paint'), seconds('largest-contentful-paint')],
    (audits['cumulative-layout-shift']?.numericValue ?? 0).toFixed(3),
    `${Math.round(audits['total-blocking-time']?.numericValue ?? 0)} ms`,
    `${Math.round((audits['total-byte-weight']?.numericValue ?? 0) / 1000)} kB`,
  ]
}
