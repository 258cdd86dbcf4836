import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CONTEXT_HEADER, type SiteHost, signContext } from '#edge/context.contract.ts'
import type { Stylesheet } from '#sites/render/stylesheet.ts'
import { answerRequest } from '#sites/requests/answer.ts'
import type { Deps } from '#sites/requests/asked.ts'
import { type SnapshotBucket, Snapshots } from '#sites/requests/snapshots.ts'
import { blockDataOf } from '#workers/sites/block-data.contract.ts'
import type {
  Business,
  Manifest,
  PostCard,
  Route,
  RouteDocument,
  SnapshotSite,
} from '#workers/sites/snapshot.contract.ts'
import { fillTemplate, type Template } from '#workers/sites/templates/index.ts'

export const SECRET = 'a secret only the front door and the renderer know'
const SITE_ID = 'site-1'
export const ORIGIN = 'https://harbour.example'

export const business: Business = {
  name: 'Harbour & Sons',
  email: 'hello@harbour.example',
  phone: '+44 20 7946 0018',
  address: '14 Quay Street\nBristol',
  hours: 'Monday to Friday 8–18\nSaturday 9–13',
}

const folder = new URL('../../site-renderer/', import.meta.url).pathname

/** The stylesheet from its files, without what a build leaves out at the very least. */
export const stylesheet: Stylesheet = {
  pieces: Object.fromEntries(
    globSync(['styles/*.css', 'blocks/*/*.css'], { cwd: folder }).map((file) => [
      basename(file, '.css'),
      readFileSync(folder + file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\n\s*/g, ''),
    ]),
  ),
  fonts: fontFiles(),
}

/** The fonts as `font-files.ts` imports them, under an address that says which package they are of. */
function fontFiles(): Stylesheet['fonts'] {
  const source = readFileSync(`${folder}styles/font-files.ts`, 'utf8')
  const files = new Map(
    [...source.matchAll(/import (\w+) from '@fontsource-variable\/([a-z0-9-]+)\/files\/([^']+)\?url'/g)].map(
      ([, name, font, file]) => [name, `/fonts/${font}/${file}`],
    ),
  )
  const entries = source.matchAll(/'?([a-z-]+)'?: \{ latin: (\w+)(?:, extended: (\w+))? \}/g)
  return Object.fromEntries(
    [...entries].map(([, name, latin, extended]) => [
      name,
      { latin: files.get(latin), ...(extended && { extended: files.get(extended) }) },
    ]),
  )
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Somewhere to keep snapshots that counts how often it is read. */
export class MemoryBucket implements SnapshotBucket {
  readonly objects = new Map<string, Buffer>()
  reads = 0

  async get(key: string, options?: { range: { offset: number; length: number } }) {
    this.reads += 1
    const object = this.objects.get(key)
    if (!object) return null
    const { offset, length } = options?.range ?? { offset: 0, length: object.length }
    return { text: async () => object.subarray(offset, offset + length).toString('utf8') }
  }
}

/** Writes a snapshot as a publish does and returns the hash of its manifest. */
export function writeSnapshot(
  bucket: MemoryBucket,
  site: SnapshotSite,
  documents: Record<string, RouteDocument>,
  others: Record<string, Route> = {},
  spoken: Pick<Manifest, 'languages' | 'translations'> = {},
): string {
  const parts: Buffer[] = []
  const refs: [string, { offset: number; length: number; noindex?: true }][] = []
  let offset = 0
  for (const [path, document] of Object.entries(documents)) {
    const bytes = Buffer.from(JSON.stringify(document))
    refs.push([
      path,
      { offset, length: bytes.length, ...(document.seo.noindex && { noindex: true as const }) },
    ])
    parts.push(bytes)
    offset += bytes.length
  }
  const packed = Buffer.concat(parts)
  const pack = hashOf(packed.toString('latin1'))
  bucket.objects.set(`sites/${SITE_ID}/packs/${pack}`, packed)
  const routes = { ...Object.fromEntries(refs.map(([path, ref]) => [path, { pack, ...ref }])), ...others }
  const manifest: Manifest = { format: 1, site, ...spoken, routes }
  const json = JSON.stringify(manifest)
  bucket.objects.set(`sites/${SITE_ID}/manifests/${hashOf(json)}.json`, Buffer.from(json))
  return hashOf(json)
}

/** What a publish makes of a template: its site and the documents of all its routes. */
export function publishTemplate(template: Template, details: Business = business) {
  const filled = fillTemplate(template, details)
  const forms = filled.forms.map(({ slug, fields, submitLabel }, index) => ({
    slug,
    form: { id: `form-${index + 1}`, fields, submitLabel },
  }))
  const posts = filled.posts.map((post, index) => ({
    ...post,
    publishedAt: `2026-0${9 - index}-14T09:00:00Z`,
  }))
  const cards: PostCard[] = posts.map(({ slug, title, excerpt, publishedAt, cover }) => ({
    title,
    path: `/blog/${slug}`,
    excerpt,
    publishedAt,
    ...(cover && { cover }),
  }))

  const documents: Record<string, RouteDocument> = {}
  for (const { path, title, seo, document } of filled.pages) {
    const data = blockDataOf(document, { forms, posts: cards, collections: [], locale: 'en' })
    documents[path] = { kind: 'page', title, seo, document, data }
  }
  const blog = filled.menus.primary.find(({ href }) => href === '/blog')?.label ?? 'Blog'
  documents['/blog'] = {
    kind: 'listing',
    title: blog,
    description: '',
    seo: {},
    posts: cards,
    page: 1,
    pages: 1,
    basePath: '/blog',
  }
  for (const [index, post] of posts.entries()) {
    const { slug, title, excerpt, html, publishedAt, cover } = post
    const [previous, next] = [posts[index + 1], posts[index - 1]]
    documents[`/blog/${slug}`] = {
      kind: 'post',
      title,
      excerpt,
      html,
      publishedAt,
      author: details.name,
      seo: {},
      categories: [],
      tags: [],
      comments: [],
      ...(cover && { cover }),
      ...(previous && { previous: { label: previous.title, path: `/blog/${previous.slug}` } }),
      ...(next && { next: { label: next.title, path: `/blog/${next.slug}` } }),
    }
  }
  const site: SnapshotSite = {
    name: details.name,
    tagline: filled.tagline,
    locale: 'en',
    theme: filled.theme,
    menus: filled.menus,
    business: details,
    header: filled.header,
    footer: filled.footer,
  }
  return { site, documents }
}

interface Visit extends RequestInit {
  target?: Partial<SiteHost>
}

/** One published site and a way to visit it as the front door would. */
export function createSite(
  site: SnapshotSite,
  documents: Record<string, RouteDocument>,
  others: Record<string, Route> = {},
  spoken: Pick<Manifest, 'languages' | 'translations'> = {},
) {
  const bucket = new MemoryBucket()
  const snapshot = writeSnapshot(bucket, site, documents, others, spoken)
  const deps: Deps = {
    files: { get: async () => null, put: async () => undefined },
    resize: async (bytes) => bytes,
    snapshots: new Snapshots(bucket),
    contextSecret: SECRET,
    stylesheet,
    build: 'test',
  }
  const host: SiteHost = {
    kind: 'site',
    tenantId: 'tenant-1',
    clientId: 'client-1',
    siteId: SITE_ID,
    name: site.name,
    status: 'live',
    snapshot,
  }

  async function visit(path: string, { target, ...init }: Visit = {}): Promise<Response> {
    const context = {
      requestId: 'request-1',
      origin: ORIGIN,
      ip: '192.0.2.1',
      target: { ...host, ...target },
    }
    const headers = new Headers(init.headers)
    headers.set(CONTEXT_HEADER, await signContext(context, SECRET))
    return answerRequest(new Request(ORIGIN + path, { ...init, headers }), deps)
  }
  return { bucket, deps, host, snapshot, visit }
}

export const siteFrom = (template: Template, details: Business = business) => {
  const { site, documents } = publishTemplate(template, details)
  return { ...createSite(site, documents), site, documents }
}
