import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '#tests/stack/browser.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { publishSite } from './published-sites.ts'
import { type Section, showBytes } from './report.ts'

const screens = ['/', '/clients', '/websites', '/posts', '/contacts']

interface Weight {
  name: string
  requests: number
  /** Bytes by what they are, each answer compressed by gzip unless it is compressed by its nature. */
  bytes: Record<'html' | 'css' | 'script' | 'font' | 'image' | 'other', number>
}

/** What Chromium fetches for pages of a site and for screens of the dashboard. */
export function measurePageWeight(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const browser = await openBrowser()
    try {
      return describe(await weighAll(bench, browser))
    } finally {
      await browser.close()
    }
  })
}

async function weighAll(bench: BenchStack, browser: Browser): Promise<Weight[]> {
  const site = await publishSite(bench)
  const { origin } = bench.stack
  const weights: Weight[] = []
  for (const [name, path] of [
    ['Home page', '/'],
    ['Post', site.postPath],
    ['Listing', '/blog'],
  ] as const) {
    weights.push(await weigh(browser, { name, url: `http://${site.host}${path}` }))
  }
  for (const path of screens) {
    const token = site.agency.owner.token
    weights.push(await weigh(browser, { name: `Dashboard: \`${path}\``, url: origin + path, token }))
  }
  return weights
}

async function weigh(
  browser: Browser,
  { name, url, token }: { name: string; url: string; token?: string },
): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  if (token) await context.addCookies([{ name: 'dde.access', value: token, url }])
  const page = await context.newPage()
  const weight: Weight = {
    ...{ name, requests: 0 },
    bytes: { html: 0, css: 0, script: 0, font: 0, image: 0, other: 0 },
  }
  const pending = listen(page, weight)
  await page.goto(url, { waitUntil: 'networkidle' })
  await Promise.all(pending)
  await context.close()
  return weight
}

function listen(page: Page, weight: Weight): Promise<void>[] {
  const pending: Promise<void>[] = []
  page.on('response', (response) => {
    if (response.url().startsWith('data:')) return
    weight.requests += 1
    const kind = kindOf(response.request().resourceType())
    const isCompressed = /font|webp|png|jpe?g/.test(response.headers()['content-type'] ?? '')
    pending.push(
      response.body().then(
        (body) => {
          weight.bytes[kind] += isCompressed ? body.length : gzipSync(body).length
        },
        // A redirect has no body.
        () => undefined,
      ),
    )
  })
  return pending
}

function kindOf(resourceType: string): keyof Weight['bytes'] {
  if (resourceType === 'document') return 'html'
  if (resourceType === 'stylesheet') return 'css'
  if (resourceType === 'script' || resourceType === 'font' || resourceType === 'image') return resourceType
  return 'other'
}

function describe(weights: Weight[]): Section {
  return {
    title: 'What travels to a browser',
    how: 'Chromium opens each address with an empty cache and waits until the network is quiet; every answer is weighed as gzip makes it, fonts and pictures as they are. A page of a site carries its CSS in its HTML.',
    head: ['page', 'requests', 'HTML', 'CSS', 'JavaScript', 'fonts', 'pictures', 'other'],
    rows: weights.map(({ name, requests, bytes }) => [
      ...[name, String(requests)],
      ...[bytes.html, bytes.css, bytes.script, bytes.font, bytes.image, bytes.other].map(showWeight),
    ]),
  }
}

const showWeight = (bytes: number) => (bytes === 0 ? '0' : showBytes(bytes))
