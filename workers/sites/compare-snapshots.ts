import type { ObjectStore } from '../core/ports.ts'
import { isDocument } from './live-snapshot.ts'
import type { DocumentRef, Manifest, RouteDocument, SnapshotSite } from './snapshot.contract.ts'
import type { DocumentChange, DocumentPart, SharedPart, SiteChanges } from './snapshots.contract.ts'

/** So many changes of a kind are listed one by one. */
const MAX_LISTED = 200
/** Packs that are held in memory: documents that lie together are read together. */
const MAX_PACKS = 6

/** What differs between two snapshots of a website. Documents that lie in the same place are not looked at. */
export async function compareManifests(
  store: ObjectStore,
  siteId: string,
  [before, after]: [Manifest | undefined, Manifest],
): Promise<Omit<SiteChanges, 'from' | 'to'>> {
  const read = packReader(store, siteId)
  const [was, is] = [refsOf(before), refsOf(after)]
  const added = [...is].filter(([path]) => !was.has(path))
  const removed = [...was].filter(([path]) => !is.has(path))
  const found = [
    await describeWhole(read, added, 'added'),
    await describeChanged(read, was, is),
    await describeWhole(read, removed, 'removed'),
  ]
  const documents = found.flatMap((each) => each.slice(0, MAX_LISTED))
  return {
    documents: documents.sort((a, b) => rank(a) - rank(b)),
    more: found.flat().length - documents.length + unread(added) + unread(removed),
    shared: sharedBetween(before, after),
    redirects: countBetween(redirectsOf(before), redirectsOf(after)),
    files: countBetween(filesOf(before), filesOf(after)),
  }
}

type Read = (ref: DocumentRef) => Promise<string>
type Refs = [path: string, ref: DocumentRef][]

const unread = (refs: Refs): number => Math.max(0, refs.length - MAX_LISTED)

/** Pages and posts that are there in one of the two only; listings follow from posts. */
async function describeWhole(read: Read, refs: Refs, change: 'added' | 'removed'): Promise<DocumentChange[]> {
  const found: DocumentChange[] = []
  for (const [path, ref] of refs.slice(0, MAX_LISTED)) {
    const document = parse(await read(ref))
    if (document && document.kind !== 'listing')
      found.push({ path, title: document.title, kind: document.kind, change, parts: [] })
  }
  return found
}

async function describeChanged(
  read: Read,
  was: ReadonlyMap<string, DocumentRef>,
  is: ReadonlyMap<string, DocumentRef>,
): Promise<DocumentChange[]> {
  const found: DocumentChange[] = []
  for (const [path, ref] of is) {
    const old = was.get(path)
    if (!old || isSamePlace(old, ref)) continue
    const [one, other] = [await read(old), await read(ref)]
    const difference = one === other ? undefined : differenceOf(parse(one), parse(other))
    if (difference) found.push({ path, change: 'changed', ...difference })
  }
  return found
}

const rank = ({ kind }: DocumentChange): number => (kind === 'page' ? 0 : 1)

/** What stands at an address of its own; what is shown in place of a translation does not. */
const refsOf = (manifest: Manifest | undefined): Map<string, DocumentRef> =>
  new Map(
    Object.entries(manifest?.routes ?? {}).flatMap(([path, route]): [string, DocumentRef][] =>
      isDocument(route) && !route.original ? [[path, route]] : [],
    ),
  )

const isSamePlace = (a: DocumentRef, b: DocumentRef): boolean =>
  a.pack === b.pack && a.offset === b.offset && a.length === b.length

/** Reads documents as texts, a pack at a time. */
export function packReader(store: ObjectStore, siteId: string): Read {
  const packs = new Map<string, Promise<Uint8Array>>()
  const load = async (pack: string) => {
    const object = await store.get(`sites/${siteId}/packs/${pack}`)
    return new Uint8Array(object ? await new Response(object.body).arrayBuffer() : [])
  }
  return async ({ pack, offset, length }) => {
    const bytes = packs.get(pack) ?? load(pack)
    packs.delete(pack)
    packs.set(pack, bytes)
    for (const oldest of packs.keys()) {
      if (packs.size <= MAX_PACKS) break
      packs.delete(oldest)
    }
    return new TextDecoder().decode((await bytes).subarray(offset, offset + length))
  }
}

// safe: packs are written by the publisher only
const parse = (json: string) => (json ? (JSON.parse(json) as RouteDocument) : undefined)

function differenceOf(
  before: RouteDocument | undefined,
  after: RouteDocument | undefined,
): Pick<DocumentChange, 'title' | 'kind' | 'parts'> | undefined {
  if (!after || after.kind === 'listing') return undefined
  const parts = partsBetween(before, after)
  return parts.length > 0 ? { title: after.title, kind: after.kind, parts } : undefined
}

/** What somebody wrote; what follows from other posts, such as which comes next, is no change of a post. */
const partsOf: Record<'page' | 'post', Partial<Record<DocumentPart, readonly string[]>>> = {
  page: { title: ['title'], search: ['seo'], content: ['document'], lists: ['data', 'about'] },
  post: {
    ...{ title: ['title'], search: ['seo'], content: ['html'] },
    details: ['excerpt', 'cover', 'categories', 'tags', 'author', 'publishedAt', 'takesComments'],
    comments: ['comments'],
  },
}

function partsBetween(
  before: RouteDocument | undefined,
  after: Exclude<RouteDocument, { kind: 'listing' }>,
): DocumentPart[] {
  if (before?.kind !== after.kind) return ['content']
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const isSame = (name: string) => JSON.stringify(was.get(name)) === JSON.stringify(is.get(name))
  // safe: the keys are parts
  const parts = Object.entries(partsOf[after.kind]) as [DocumentPart, string[]][]
  return parts.flatMap(([part, names]) => (names.every(isSame) ? [] : [part]))
}

function sharedBetween(before: Manifest | undefined, after: Manifest): SharedPart[] {
  if (!before) return []
  const pieces: [SharedPart, (manifest: Manifest) => unknown][] = [
    ['details', ({ site }) => detailsOf(site)],
    ['design', ({ site }) => site.theme],
    ['menus', ({ site }) => site.menus],
    ['header', ({ site }) => site.header],
    ['footer', ({ site }) => site.footer],
    ['languages', ({ languages }) => languages],
    ['settings', ({ settings }) => settings],
  ]
  return pieces.flatMap(([part, of]) =>
    JSON.stringify(of(before)) === JSON.stringify(of(after)) ? [] : [part],
  )
}

const detailsOf = ({ name, tagline, locale, business }: SnapshotSite) => [name, tagline, locale, business]

function redirectsOf(manifest: Manifest | undefined): Map<string, unknown> {
  const exact = Object.entries(manifest?.routes ?? {}).filter(([, route]) => !isDocument(route))
  const wide = (manifest?.rules ?? []).map((rule) => [rule.from, rule] as const)
  return new Map<string, unknown>([...exact, ...wide])
}

const filesOf = (manifest: Manifest | undefined) => new Map(Object.entries(manifest?.files ?? {}))

function countBetween(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) {
  const both = [...after].filter(([key]) => before.has(key))
  const changed = both.filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before.get(key)),
  ).length
  return { added: after.size - both.length, removed: before.size - both.length, changed }
}
