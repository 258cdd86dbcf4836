import { assets, authors, terms } from '#db/schema/index.ts'
import { slugOf, uniqueSlug } from '../content/slug.contract.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'
import {
  addItems,
  datedEntityIdOf,
  entityIdOf,
  type ImportRow,
  kindOf,
  type NewItem,
  newItem,
  ownerOf,
} from './import-rows.ts'
import type { Known } from './known.ts'
import { attachmentOf } from './wordpress/attachments.ts'
import { reasonToLeave } from './wordpress/convert-post.ts'
import { menuSourceOf } from './wordpress/menus.ts'
import type { WxrAuthor, WxrEvent, WxrItem, WxrTerm } from './wordpress/wxr-events.ts'

const NOT_REACHED = 'It was not reached.'
/** Kind of the terms only posts name: the file does not count them, so the inventory does. */
export const UNDECLARED = 'undeclared term'

/** Gathers what a stretch of the file leads to. */
export class InventorySlice {
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
      ...{ fileName: fileNameOf(url), kind: assetKindOf(mime) },
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
