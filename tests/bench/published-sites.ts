import { hostKey, type SiteHost } from '#edge/context.contract.ts'
import { type Agency, runToEnd } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import type { BenchStack } from './bench-stack.ts'

/** A site as a visitor finds it. */
export interface PublishedSite {
  agency: Agency
  clientId: string
  websiteId: string
  host: string
  postPath: string
  homeBytes: number
}

const PARAGRAPH =
  '<p>Your first visit takes about forty minutes. We look, we listen, and nothing is decided before you have seen a written plan. Bring a list of the medicines you take, and any recent X-rays.</p>'

/** A client's site from the template, with a post of ordinary length on it. */
export async function publishSite({ world, loader, ports }: BenchStack): Promise<PublishedSite> {
  const agency = await world.agency()
  const { clientId, websiteId, host } = await world.onboard(agency)
  const { owner } = agency
  const post = await owner.call('POST', '/cms/posts', {
    ...{ websiteId, title: 'What a first visit looks like', status: 'published' },
    content: `${PARAGRAPH}<h2>Before you come</h2>${PARAGRAPH.repeat(12)}`,
  })
  const { body } = await owner.call('POST', `/websites/${websiteId}/publication`)
  await runToEnd(owner, body.runId)
  // The front door believes what it knows of a host for a second.
  await new Promise((done) => setTimeout(done, 1100))
  const { bytes } = await loader.drive({ port: ports.edge, hosts: [host], paths: ['/'], count: 1 })
  const postPath = new URL(post.body.url).pathname
  return { agency, clientId, websiteId, host, postPath, homeBytes: bytes }
}

export interface SiteCopy {
  siteId: string
  /** Host without a port, as the database keeps it. */
  name: string
  host: string
}

/** So many at once: R2 and KV of the laptop answer one after the other anyway. */
const BATCH = 20

/** So many further sites with the same snapshot, each under a host and an id of its own. */
export async function copySites(
  { stack, ports }: BenchStack,
  site: PublishedSite,
  count: number,
): Promise<SiteCopy[]> {
  const hosts = await stack.workerd.getKVNamespace('HOSTS', 'dde-edge')
  const snapshots = await stack.workerd.getR2Bucket('SNAPSHOTS', 'dde-sites')
  // safe: what a publish wrote
  const target = (await hosts.get(hostKey(site.host.replace(/:\d+$/, '')), 'json')) as SiteHost | null
  const { objects } = await snapshots.list({ prefix: `sites/${site.websiteId}/` })
  const files = await Promise.all(
    objects.map(async ({ key }) => ({ key, bytes: await (await snapshots.get(key))?.arrayBuffer() })),
  )
  if (!target || files.length === 0) throw new Error('The site to copy is not published.')

  const copies = Array.from({ length: count }, () => {
    const siteId = newId()
    const name = `c-${siteId.slice(-12)}.localhost`
    return { siteId, name, host: `${name}:${ports.product}` }
  })
  for (let at = 0; at < count; at += BATCH) {
    await Promise.all(
      copies
        .slice(at, at + BATCH)
        .flatMap(({ siteId, name }) => [
          ...files.map(
            ({ key, bytes }) => bytes && snapshots.put(key.replace(site.websiteId, siteId), bytes),
          ),
          hosts.put(hostKey(name), JSON.stringify({ ...target, siteId })),
        ]),
    )
  }
  return copies
}
