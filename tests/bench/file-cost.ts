import { samplePicture } from '#tests/assets/sample-pictures.ts'
import { uploadedAsset } from '#tests/assets/upload.ts'
import { runToEnd } from '#tests/stack/world.ts'
import { type BenchStack, withBenchStack } from './bench-stack.ts'
import { bareHost } from './bench-workers.ts'
import { compare, expectCache, ratioOf, type Variant } from './compare.ts'
import { publishSite } from './published-sites.ts'
import { type Section, showAll, showBytes, showSpread, verdict } from './report.ts'

const ROUNDS = 16
const LIMIT = 3

/** CPU per request of a file and of a smaller copy of a picture, kept by the front door, beside a bare Hono Worker. */
export function measureFileCost(): Promise<Section> {
  return withBenchStack(async (bench) => {
    const { host, path, copyPath } = await publishPicture(bench)
    const { bytes } = await bench.loader.drive({
      port: bench.ports.edge,
      hosts: [host],
      paths: [copyPath],
      count: 1,
    })
    const of = (name: string, paths: string[], hosts = [host], port = bench.ports.edge): Variant => ({
      ...{ name, pids: bench.workerd },
      load: () => ({ port, hosts, paths, count: 500 }),
    })
    const hit = { expect: expectCache('hit') }
    const results = await compare(
      bench.loader,
      [
        of('bare', [`/${bytes}`], [bareHost], bench.ports.bare),
        { ...of('whole', [path]), ...hit },
        { ...of('copy', [copyPath]), ...hit },
      ],
      ROUNDS,
    )
    const cpu = (name: string) => results.get(name)?.cpuUs ?? []
    const row = (what: string, name: string) => {
      const ratio = ratioOf(cpu(name), cpu('bare'))
      const target = name === 'bare' ? '–' : `≤ ${LIMIT}×: ${verdict(ratio.median, LIMIT)}`
      return [what, showAll(cpu(name), ' µs'), name === 'bare' ? '1' : showSpread(ratio, '×'), target]
    }
    return {
      title: 'What a file costs',
      how: `CPU of workerd per request, ${ROUNDS} rounds. The copy is a picture made 320 pixels wide (${showBytes(bytes)}).`,
      head: ['answer', 'CPU per request', 'times the bare Worker', 'target'],
      rows: [
        row('a. Bare Hono Worker, static text of the size of the copy', 'bare'),
        row('b. A file as it was uploaded, kept by the front door', 'whole'),
        row('c. A smaller copy of a picture, kept by the front door', 'copy'),
      ],
      notes: [
        'On the laptop the Cache API is a Durable Object over SQLite in the same process; at Cloudflare it is no part of a Worker’s CPU time.',
      ],
    }
  })
}

/** A picture on a page of a published site, with both its answers kept by the front door. */
async function publishPicture(bench: BenchStack) {
  const site = await publishSite(bench)
  const { owner } = site.agency
  const picture = await samplePicture('jpeg', { width: 640, height: 400 })
  const asset = await uploadedAsset(owner, site.websiteId, 'harbour.jpg', picture)
  await owner.call('POST', '/cms/posts', {
    ...{ websiteId: site.websiteId, title: 'Harbour', status: 'published' },
    content: `<p><img src="${asset.src}" alt="The harbour"></p>`,
  })
  const { body } = await owner.call('POST', `/websites/${site.websiteId}/publication`)
  await runToEnd(owner, body.runId)
  await new Promise((done) => setTimeout(done, 1100))
  const { body: page } = await bench.world.visit(site.host, '/blog/harbour')
  const [, hash = ''] = /\/_dde\/files\/([0-9a-f]{24})\//.exec(page) ?? []
  const [path, copyPath] = [`/_dde/files/${hash}/harbour.jpg`, `/_dde/files/${hash}/320/harbour.jpg`]
  // The first answer of each is kept in the background.
  for (const each of [path, copyPath, path, copyPath]) {
    await bench.loader.drive({ port: bench.ports.edge, hosts: [site.host], paths: [each], count: 1 })
    await new Promise((done) => setTimeout(done, 500))
  }
  return { host: site.host, path, copyPath }
}
