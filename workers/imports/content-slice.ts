import { sql } from 'drizzle-orm'
import { comments, pages, posts, postTerms, redirects } from '#db/schema/index.ts'
import { postScheduled } from '../cms/post-changes.ts'
import { textOf } from '../content/plain-text.ts'
import type { Context } from '../core/context.ts'
import { emit } from '../core/events.ts'
import type { Statement } from '../core/statements.ts'
import { addItems, entityIdOf, type ImportRow, type NewItem, newItem, ownerOf } from './import-rows.ts'
import type { Lookups } from './lookups.ts'
import { pageDocumentOf } from './page-document.ts'
import { redirectFrom } from './redirects.ts'
import type { ConvertedComment } from './wordpress/convert-comments.ts'
import { convertItem } from './wordpress/convert-item.ts'
import type { ConvertedPost } from './wordpress/convert-post.ts'
import type { WxrItem } from './wordpress/wxr-events.ts'

/** Items of one slice, and how much text they may hold together: one transaction's worth. */
const ITEMS_PER_SLICE = 100
const CHARACTERS_PER_SLICE = 4_000_000
/** Search looks at the title and the beginning. */
const SEARCHED_CHARACTERS = 5000

/** Gathers the posts, pages and comments of a stretch of the file, and what becomes of each. */
export class ContentSlice {
  readonly #ctx: Context
  readonly #row: ImportRow
  readonly #lookups: Lookups
  readonly #posts: (typeof posts.$inferInsert)[] = []
  readonly #pages: (typeof pages.$inferInsert)[] = []
  readonly #terms: (typeof postTerms.$inferInsert)[] = []
  readonly #comments: (typeof comments.$inferInsert)[] = []
  readonly #redirects: (typeof redirects.$inferInsert)[] = []
  readonly #items: NewItem[] = []
  readonly #done: { key: string; reason: string; link: string }[] = []
  readonly #scheduled: { postId: string; at: Date }[] = []
  #characters = 0
  #count = 0

  constructor(ctx: Context, row: ImportRow, lookups: Lookups) {
    this.#ctx = ctx
    this.#row = row
    this.#lookups = lookups
  }

  get isFull(): boolean {
    return this.#count >= ITEMS_PER_SLICE || this.#characters >= CHARACTERS_PER_SLICE
  }

  effects(): Statement[] {
    const { db } = this.#ctx
    return [
      ...(this.#posts.length > 0 ? [db.insert(posts).values(this.#posts).onConflictDoNothing()] : []),
      ...(this.#pages.length > 0 ? [db.insert(pages).values(this.#pages).onConflictDoNothing()] : []),
      ...(this.#terms.length > 0 ? [db.insert(postTerms).values(this.#terms).onConflictDoNothing()] : []),
      ...(this.#comments.length > 0
        ? [db.insert(comments).values(this.#comments).onConflictDoNothing()]
        : []),
      ...(this.#redirects.length > 0
        ? [db.insert(redirects).values(this.#redirects).onConflictDoNothing()]
        : []),
      ...addItems(this.#ctx, this.#items),
      ...this.#outcomes(),
      ...this.#scheduled.map(({ postId, at }) => {
        const options = { clientId: this.#row.clientId, deliverAfter: at }
        return emit(this.#ctx, postScheduled, { postId, moment: at.toISOString() }, options)
      }),
    ]
  }

  /** What was not reached is now imported, with where it is. */
  #outcomes(): Statement[] {
    if (this.#done.length === 0) return []
    const column = (name: 'key' | 'reason' | 'link') => sql.param(this.#done.map((each) => each[name]))
    return [
      this.#ctx.db.execute(sql`
        update import_items i set outcome = 'imported', reason = d.reason, link = d.link
        from unnest(${column('key')}::text[], ${column('reason')}::text[], ${column('link')}::text[]) as d (key, reason, link)
        where i.import_id = ${this.#row.id} and i.source_key = d.key and i.outcome = 'failed'
          and (exists (select from posts p where p.id = i.entity_id) or exists (select from pages p where p.id = i.entity_id))`),
    ]
  }

  async take(item: WxrItem): Promise<void> {
    this.#count += 1
    this.#characters += item.content.length
    const key = `${item.type}:${item.id}`
    const isNew = this.#lookups.outcomeOf(key) === 'failed'
    if (!isNew && item.comments.length === 0) return
    const { attachments, mapUrl } = this.#lookups
    const conversion = convertItem(isNew ? item : { ...item, content: '' }, { attachments, mapUrl })
    const post = conversion.outcome === 'post' ? conversion.post : undefined
    if (post && isNew) await this.#takeText(key, post)
    await this.#takeComments(item, post)
  }

  async #takeText(key: string, post: ConvertedPost): Promise<void> {
    const id = this.#lookups.entityOf(key)
    const path = this.#lookups.pathOf(post.sourceId)
    if (!id || path === undefined) return
    if (post.kind === 'post') await this.#addPost(id, path, post)
    else this.#addPage(id, path, post)
    await this.#addRedirects(key, path, post)
    this.#done.push({ key, reason: post.notes.join(' '), link: path })
  }

  async #addPost(id: string, path: string, post: ConvertedPost): Promise<void> {
    const { title, excerpt, contentHtml, status, publishedAt, seo, isSticky, sourceId } = post
    const cover = this.#coverOf(post)
    const authorId = this.#lookups.entityOf(`author:${post.author}`)
    const at = publishedAt ? new Date(publishedAt) : this.#ctx.now
    const isToCome = status === 'scheduled' && at > this.#ctx.now
    this.#posts.push({
      ...{ id, ...ownerOf(this.#row), title, excerpt, contentHtml, isSticky, seo: { ...seo } },
      slug: path.slice(path.lastIndexOf('/') + 1),
      status: status === 'scheduled' && !isToCome ? 'published' : status,
      publishedAt: at,
      // Readers have heard of it where it comes from.
      announcedAt: status === 'published' && at <= this.#ctx.now ? this.#ctx.now : null,
      searchText: `${title} ${textOf(contentHtml).slice(0, SEARCHED_CHARACTERS)}`.toLowerCase(),
      ...(authorId ? { authorId } : {}),
      ...(cover ? { cover } : {}),
    })
    if (isToCome) this.#scheduled.push({ postId: id, at })
    for (const [taxonomy, list] of [
      ['category', post.categories],
      ['tag', post.tags],
    ] as const) {
      for (const { slug } of list) await this.#addTerm(id, sourceId, taxonomy, slug)
    }
  }

  async #addTerm(
    postId: string,
    sourceId: number,
    taxonomy: 'category' | 'tag',
    slug: string,
  ): Promise<void> {
    const termId = this.#lookups.termIdOf(taxonomy, slug)
    if (!termId) return
    this.#terms.push({
      id: await entityIdOf(this.#row, `link:${sourceId}:${taxonomy}:${slug}`),
      ...ownerOf(this.#row),
      postId,
      termId,
    })
  }

  #coverOf({ featuredImageId }: ConvertedPost) {
    const file = featuredImageId === undefined ? undefined : this.#lookups.attachments.find(featuredImageId)
    return file?.mime.startsWith('image/')
      ? {
          src: file.url,
          alt: file.alt || file.title,
          assetId: this.#lookups.entityOf(`attachment:${featuredImageId}`),
        }
      : undefined
  }

  #addPage(id: string, path: string, { title, contentHtml, status, seo, menuOrder }: ConvertedPost): void {
    this.#pages.push({
      ...{ id, ...ownerOf(this.#row), path, seo: { ...seo }, position: 1000 + menuOrder },
      title: title || path.slice(1),
      document: { ...pageDocumentOf(title, contentHtml) },
      status: status === 'draft' ? 'draft' : 'published',
    })
  }

  async #addRedirects(key: string, path: string, { oldPath, sourceId, kind }: ConvertedPost): Promise<void> {
    const short = kind === 'post' ? `/?p=${sourceId}` : `/?page_id=${sourceId}`
    for (const from of new Set([redirectFrom(oldPath), short])) {
      if (from === undefined || from === path) continue
      this.#redirects.push({
        id: await entityIdOf(this.#row, `redirect:${key}:${from}`),
        ...ownerOf(this.#row),
        fromPath: from,
        toPath: path,
        importId: this.#row.id,
      })
    }
  }

  /** Every comment is accounted for, also those that stay behind. */
  async #takeComments(item: WxrItem, post: ConvertedPost | undefined): Promise<void> {
    const postId = item.type === 'post' ? this.#lookups.entityOf(`post:${item.id}`) : undefined
    const isHere = this.#lookups.outcomeOf(`post:${item.id}`) === 'merged'
    for (const [index, { id, author }] of item.comments.entries()) {
      const sourceKey = `comment:${item.id}:${id ?? `at ${index}`}`
      const base = { kind: 'comment', sourceKey, title: author.slice(0, 200) }
      const kept = post?.comments.find(({ sourceId }) => sourceId === id)
      if (!postId || !kept) {
        const reason = whyNot(item, post, id)
        this.#items.push(await newItem(this.#row, { ...base, outcome: 'skipped', reason }))
      } else if (isHere) {
        const reason = 'It came with its post in an earlier import.'
        this.#items.push(await newItem(this.#row, { ...base, outcome: 'merged', reason }))
      } else this.#items.push(await this.#addComment(base, postId, item, kept))
    }
  }

  async #addComment(
    base: CommentItem,
    postId: string,
    item: WxrItem,
    kept: ConvertedComment,
  ): Promise<NewItem> {
    const id = await entityIdOf(this.#row, base.sourceKey)
    const parentId =
      kept.parentId === undefined ? null : await entityIdOf(this.#row, `comment:${item.id}:${kept.parentId}`)
    this.#comments.push({
      ...{ id, ...ownerOf(this.#row), postId, parentId, contentHtml: kept.html, status: kept.status },
      ...{ authorName: kept.author || 'Anonymous', authorEmail: kept.email || null },
      writtenAt: new Date(kept.createdAt ?? item.dateGmt ?? this.#ctx.now),
    })
    return newItem(this.#row, { ...base, outcome: 'imported', entity: 'comments', entityId: id })
  }
}

interface CommentItem {
  kind: string
  sourceKey: string
  title: string
}

function whyNot(item: WxrItem, post: ConvertedPost | undefined, id: number | undefined): string {
  if (item.type === 'page') return 'Pages have no comments here.'
  if (!post) return 'What it was written to was not imported.'
  return post.skippedComments.find(({ sourceId }) => sourceId === id)?.reason ?? 'It could not be read.'
}
