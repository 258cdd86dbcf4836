import { eq, sql } from 'drizzle-orm'
import { assets, authors, importItems, imports, posts, terms } from '#db/schema/index.ts'
import { slugOf, uniqueSlug } from '../content/slug.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import type { RunState, StepResult } from '../runs/run-definition.ts'
import { fileKey } from '../sites/site-addresses.ts'
import { readEvents } from './file-stream.ts'
import {
  addItems,
  datedEntityIdOf,
  entityIdOf,
  type ImportRow,
  type ItemRow,
  keepPosition,
  type NewItem,
  newItem,
  ownerOf,
  positionOf,
  readEarlier,
  readImport,
} from './import-rows.ts'
import { attachmentOf } from './wordpress/attachments.ts'
import { reasonToLeave } from './wordpress/convert-post.ts'
import { menuSourceOf } from './wordpress/menus.ts'
import type { WxrAuthor, WxrEvent, WxrItem, WxrPosition, WxrTerm, WxrTotals } from './wordpress/wxr-events.ts'

/** Items of one slice: one transaction's worth. */
const ITEMS_PER_SLICE = 250
const NOT_REACHED = 'It was not reached.'
/** Kind of the terms only posts name: the file does not count them, so the inventory does. */
export const UNDECLARED = 'undeclared term'

/** What is here already, read once per delivery. */
interface Known {
  earlier: Map<string, ItemRow>
  postSlugs: Set<string>
  authors: Map<string, string>
  terms: Map<string, string>
  /** Source keys this import has noted. */
  noted: Set<string>
}
const knownOf = new WeakMap<Context, Promise<Known>>()

/**
 * Step, first reading: what the file holds. Makes authors, terms and files; notes every post, page and menu item with the
 * address it will have, so that the second reading can link to things that stand later in the file.
 */
export async function takeInventory(ctx: Context, run: RunState): Promise<StepResult> {
  const row = await readImport(ctx, run)
  const slice = new Slice(ctx, row, await known(ctx, row))
  const { position, totals, problem } = await fill(slice, readEvents(ctx, row, positionOf(row, 'inventory')))
  const counts = totals && countsOf(totals)
  return {
    effects: [
      ...slice.effects(),
      ...(counts ? [ctx.db.update(imports).set({ counts, problem }).where(eq(imports.id, row.id))] : []),
      ...(position && !totals ? [keepPosition(ctx, row, 'inventory', position)] : []),
    ],
    progress: { done: totals ? row.sizeBytes : (position?.offset ?? 0), total: row.sizeBytes },
    isUnfinished: !totals,
  }
}

/** Reads until the slice is full or the file ends; totals come with the end, and a problem when it breaks off. */
async function fill(slice: Slice, events: AsyncGenerator<WxrEvent>) {
  let position: WxrPosition | undefined
  let problem: string | null = null
  for await (const event of events) {
    await slice.take(event)
    if (event.type === 'end') return { position, totals: event.totals, problem }
    if (event.type === 'problem' && !event.position) problem = event.problem.message
    if ('position' in event && event.position) position = event.position
    if (slice.size >= ITEMS_PER_SLICE && position) break
  }
  return { position, totals: undefined, problem }
}

/** The name each kind goes by in the reconciliation. */
export const kindOf = (type: string) => (type === 'nav_menu_item' ? 'menu item' : type)

function countsOf({ authors: a, categories, tags, terms: t, comments, items, unreadable }: WxrTotals) {
  const counts = { author: a, category: categories, tag: tags, term: t, comment: comments, unreadable }
  const byType = Object.entries(items).map(([type, count]) => [kindOf(type), count] as const)
  return Object.fromEntries([...Object.entries(counts), ...byType].filter(([, count]) => count > 0))
}

function known(ctx: Context, row: ImportRow): Promise<Known> {
  const reading = knownOf.get(ctx) ?? readKnown(ctx, row)
  knownOf.set(ctx, reading)
  return reading
}

async function readKnown(ctx: Context, row: ImportRow): Promise<Known> {
  const [earlier, [postRows, noted, authorRows, termRows]] = await Promise.all([
    readEarlier(ctx, row),
    ctx.db.batch([
      ctx.db.select({ slug: posts.slug }).from(posts).where(eq(posts.siteId, row.siteId)),
      // With the slugs this import has settled on for posts it has not written yet.
      ctx.db
        .select({ key: importItems.sourceKey, kind: importItems.kind, slug: sql<string>`facts ->> 'slug'` })
        .from(importItems)
        .where(eq(importItems.importId, row.id)),
      ctx.db
        .select({ id: authors.id, slug: authors.slug })
        .from(authors)
        .where(eq(authors.siteId, row.siteId)),
      ctx.db.select().from(terms).where(eq(terms.siteId, row.siteId)),
    ]),
  ])
  return {
    earlier,
    postSlugs: new Set([...postRows, ...noted.filter(({ kind }) => kind === 'post')].map(({ slug }) => slug)),
    authors: new Map(authorRows.map(({ id, slug }) => [slug, id])),
    terms: new Map(termRows.map(({ id, taxonomy, slug }) => [`${taxonomy}:${slug}`, id])),
    noted: new Set(noted.map(({ key }) => key)),
  }
}

/** Gathers what a stretch of the file leads to. */
class Slice {
  readonly #ctx: Context
  readonly #row: ImportRow
  readonly #known: Known
  readonly #items: NewItem[] = []
  readonly #authors: (typeof authors.$inferInsert)[] = []
  readonly #terms: (typeof terms.$inferInsert)[] = []
  readonly #assets: (typeof assets.$inferInsert)[] = []
  #unreadable = 0
  #offset = 0

  constructor(ctx: Context, row: ImportRow, known: Known) {
    this.#ctx = ctx
    this.#row = row
    this.#known = known
  }

  get size(): number {
    return this.#items.length
  }

  effects(): Statement[] {
    const { db } = this.#ctx
    return [
      ...(this.#authors.length > 0 ? [db.insert(authors).values(this.#authors).onConflictDoNothing()] : []),
      ...(this.#terms.length > 0 ? [db.insert(terms).values(this.#terms).onConflictDoNothing()] : []),
      ...(this.#assets.length > 0 ? [db.insert(assets).values(this.#assets).onConflictDoNothing()] : []),
      ...addItems(this.#ctx, this.#items),
    ]
  }

  async take(event: WxrEvent): Promise<void> {
    if ('position' in event && event.position) this.#offset = event.position.offset
    if (event.type === 'author') await this.#takeAuthor(event.author)
    else if (event.type === 'category' || event.type === 'tag') await this.#takeTerm(event.type, event.term)
    else if (event.type === 'term') await this.#takeOtherTerm(event.term)
    else if (event.type === 'item') await this.#takeItem(event.item)
    else if (event.type === 'problem' && event.position) {
      await this.#note({
        ...{ kind: 'unreadable', sourceKey: `unreadable:${event.position.offset}:${this.#unreadable++}` },
        ...{ outcome: 'failed', reason: event.problem.message },
      })
    }
  }

  /** Some exports hold one thing several times; the first counts, the others are told apart by where they stand. */
  async #note(item: Parameters<typeof newItem>[1]): Promise<void> {
    const isTwin = this.#known.noted.has(item.sourceKey)
    this.#known.noted.add(item.sourceKey)
    const { kind, title = '', sourceKey } = item
    const twin = {
      kind,
      title,
      sourceKey: `${sourceKey}@${this.#offset}`,
      outcome: 'skipped' as const,
      reason: 'The file holds it more than once.',
    }
    this.#items.push(await newItem(this.#row, isTwin ? twin : item))
  }

  /** True when an earlier import brought it; that is noted and there is nothing more to do. */
  async #isHere(kind: string, sourceKey: string, title: string, facts: object): Promise<boolean> {
    const earlier = this.#known.earlier.get(sourceKey)
    if (!earlier) return false
    const { entity, entityId, link } = earlier
    // What the earlier import knew of it, such as its address here, still holds.
    const merged = { ...facts, ...earlier.facts }
    await this.#note({
      kind,
      sourceKey,
      title,
      entity,
      entityId,
      link,
      facts: merged,
      outcome: 'merged',
      reason: 'An earlier import brought it.',
    })
    return true
  }

  async #takeAuthor({ login, displayName, email }: WxrAuthor): Promise<void> {
    const sourceKey = `author:${login}`
    const title = displayName || login
    if (await this.#isHere('author', sourceKey, title, {})) return
    const slug = slugOf(login) || slugOf(displayName) || 'author'
    const twin = this.#known.authors.get(slug)
    const id = twin ?? (await entityIdOf(this.#row, sourceKey))
    if (!twin) this.#authors.push({ id, ...ownerOf(this.#row), slug, name: title, email: email || null })
    this.#known.authors.set(slug, id)
    await this.#note({
      kind: 'author',
      sourceKey,
      title,
      entity: 'authors',
      entityId: id,
      ...outcomeOf(twin),
    })
  }

  async #takeTerm(taxonomy: 'category' | 'tag', term: WxrTerm, kind: string = taxonomy): Promise<void> {
    const { id: sourceId, slug: rawSlug, name, description } = term
    const slug = slugOf(rawSlug) || slugOf(name)
    const facts = { taxonomy, slug, sourceId }
    const base = { kind, sourceKey: `${kind}:${taxonomy}:${rawSlug || name}`, title: name, facts }
    if (await this.#isHere(kind, base.sourceKey, name, facts)) return
    if (slug === '') {
      const reason = 'It has no letter or digit an address could be made of.'
      return this.#note({ ...base, outcome: 'skipped', reason })
    }
    const twin = this.#known.terms.get(`${taxonomy}:${slug}`)
    const id = twin ?? (await entityIdOf(this.#row, base.sourceKey))
    if (!twin)
      this.#terms.push({ id, ...ownerOf(this.#row), taxonomy, slug, name: name || slug, description })
    this.#known.terms.set(`${taxonomy}:${slug}`, id)
    await this.#note({ ...base, entity: 'terms', entityId: id, ...outcomeOf(twin) })
  }

  /** A post may name a category or tag the head of the file does not declare. */
  async #takeNamedTerm({ taxonomy, slug: rawSlug, name }: WxrItem['terms'][number]): Promise<void> {
    const own = taxonomy === 'post_tag' ? 'tag' : taxonomy
    if (own !== 'category' && own !== 'tag') return
    const slug = slugOf(rawSlug) || slugOf(name)
    if (slug === '' || this.#known.terms.has(`${own}:${slug}`)) return
    const sourceKey = `named:${own}:${slug}`
    const id = await entityIdOf(this.#row, sourceKey)
    this.#terms.push({ id, ...ownerOf(this.#row), taxonomy: own, slug, name: name || slug })
    this.#known.terms.set(`${own}:${slug}`, id)
    const facts = { taxonomy: own, slug }
    await this.#note({
      kind: UNDECLARED,
      sourceKey,
      title: name,
      facts,
      entity: 'terms',
      entityId: id,
      outcome: 'imported',
    })
  }

  /** Menus are terms too; so are, in some exports, categories and tags. */
  async #takeOtherTerm(term: WxrTerm): Promise<void> {
    const { taxonomy, slug, name } = term
    if (taxonomy === 'category') return this.#takeTerm('category', term, 'term')
    if (taxonomy === 'post_tag') return this.#takeTerm('tag', term, 'term')
    const base = {
      kind: 'term',
      sourceKey: `term:${taxonomy}:${slug}`,
      title: name,
      facts: { taxonomy, slug },
    }
    if (taxonomy !== 'nav_menu') {
      const reason = `There is no place here for the taxonomy “${taxonomy}”.`
      return this.#note({ ...base, outcome: 'skipped', reason })
    }
    if (await this.#isHere('term', base.sourceKey, name, base.facts)) return
    await this.#note({ ...base, outcome: 'failed', reason: NOT_REACHED })
  }

  async #takeItem(item: WxrItem): Promise<void> {
    const kind = kindOf(item.type)
    const sourceKey = `${item.type}:${item.id ?? `at ${this.size}`}`
    const title = item.title.slice(0, 300)
    const base = { kind, sourceKey, title, sourceUrl: item.link || null }
    if (item.id === undefined)
      await this.#note({ ...base, outcome: 'failed', reason: 'It has no number of its own.' })
    else if (item.type === 'attachment') await this.#takeAttachment(item, base)
    else if (item.type === 'post' || item.type === 'page') await this.#takeText(item, base)
    else if (item.type === 'nav_menu_item') await this.#takeMenuItem(item, base)
    else
      await this.#note({
        ...base,
        outcome: 'skipped',
        reason: `There is no place here for entries of the type “${item.type}”.`,
      })
  }

  async #takeAttachment(item: WxrItem, base: Base): Promise<void> {
    const attachment = attachmentOf(item)
    if (!attachment)
      return this.#note({ ...base, outcome: 'failed', reason: 'It does not say where its file is.' })
    const facts = { ...attachment, description: '' }
    if (await this.#isHere(base.kind, base.sourceKey, base.title, facts)) return
    const id = await entityIdOf(this.#row, base.sourceKey)
    const { title, alt, caption, mime, url } = attachment
    this.#assets.push({
      ...{ id, ...ownerOf(this.#row), title, alt, caption, sourceUrl: url, contentType: mime },
      ...{ fileName: fileNameOf(url), kind: assetKindOf(mime), objectKey: fileKey(this.#row.siteId, id) },
    })
    await this.#note({
      ...base,
      facts,
      sourceUrl: url,
      entity: 'assets',
      entityId: id,
      outcome: 'failed',
      reason: 'Its file was not fetched yet.',
    })
  }

  /** The slug is settled now, so that whatever links to it can be told. */
  async #takeText(item: WxrItem, base: Base): Promise<void> {
    const reason = reasonToLeave(item.status)
    if (reason !== undefined) return this.#note({ ...base, outcome: 'skipped', reason })
    for (const term of item.terms) await this.#takeNamedTerm(term)
    const wanted = slugOf(item.slug) || slugOf(item.title) || `${item.type}-${item.id}`
    const facts = {
      sourceId: item.id,
      slug: wanted,
      parentId: item.parentId,
      order: item.menuOrder,
      link: item.link,
    }
    if (await this.#isHere(base.kind, base.sourceKey, base.title, facts)) return
    const slug = item.type === 'post' ? uniqueSlug(wanted, this.#known.postSlugs) : wanted
    if (item.type === 'post') this.#known.postSlugs.add(slug)
    const entityId = await datedEntityIdOf(this.#row, base.sourceKey, item.dateGmt ?? item.pubDate)
    const entity = item.type === 'post' ? 'posts' : 'pages'
    await this.#note({
      ...base,
      facts: { ...facts, slug },
      entity,
      entityId,
      outcome: 'failed',
      reason: NOT_REACHED,
    })
  }

  async #takeMenuItem(item: WxrItem, base: Base): Promise<void> {
    const source = menuSourceOf(item)
    if (!source) return this.#note({ ...base, outcome: 'skipped', reason: 'It belongs to no menu.' })
    if (await this.#isHere(base.kind, base.sourceKey, base.title, source)) return
    await this.#note({ ...base, facts: { ...source }, outcome: 'failed', reason: NOT_REACHED })
  }
}

interface Base {
  kind: string
  sourceKey: string
  title: string
  sourceUrl: string | null
}

const outcomeOf = (twin: string | undefined) =>
  twin
    ? { outcome: 'merged' as const, reason: 'One of the same name was here already.' }
    : { outcome: 'imported' as const }

function fileNameOf(url: string): string {
  const last = new URL(url, 'http://x').pathname.split('/').at(-1) ?? ''
  return decodeURIComponent(last.replaceAll(/%(?![0-9a-f]{2})/gi, '%25')).slice(0, 200) || 'file'
}

function assetKindOf(mime: string): (typeof assets.$inferInsert)['kind'] {
  const family = mime.split('/')[0]
  if (family === 'image' || family === 'audio' || family === 'video') return family
  return mime === 'application/octet-stream' ? 'other' : 'document'
}
