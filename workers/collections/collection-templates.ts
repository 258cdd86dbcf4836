import { eq, isNull, sql } from 'drizzle-orm'
import { collections, pages } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { violates } from '../core/database-errors.ts'
import { DomainError } from '../core/errors.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { type CollectionName, fieldsOf, readDefinition } from './collection-rows.ts'
import type { Collection } from './collections.contract.ts'
import { idOf, touchSite, writeCollection } from './collections.ts'
import { SLUG_PLACE } from './entry-path.contract.ts'
import { startingTemplate } from './starting-template.ts'

/** Makes the page a collection's entries are shown with: a first draft of it from the fields there are. */
export async function addTemplate(ctx: Context, name: CollectionName): Promise<Collection> {
  const { row, templatePath } = await readDefinition(ctx, name)
  if (templatePath !== null) throw new DomainError('conflict', `${row.name} have pages already.`)
  const id = newId()
  const path = `/${row.key}/${SLUG_PLACE}`
  const { clientId, siteId } = row
  try {
    return await writeCollection(ctx, row.id, row.key, [
      expectVersion(ctx, collections, row.id, row.version),
      ctx.db.insert(pages).values({
        ...{ id, siteId, clientId, path, title: row.singular, status: 'published' },
        document: { ...startingTemplate(fieldsOf(row), row.titleField) },
        ...{ editedBy: ctx.principal.name, editedAt: ctx.now },
      }),
      ctx.db.update(collections).set({ templatePageId: id }).where(eq(collections.id, row.id)),
      touchSite(ctx, sql`${siteId}::uuid`),
      audit(ctx, 'collection.pages_added', row.id, { path }, { clientId }),
    ])
  } catch (error) {
    if (!violates(error, 'pages_path_key')) throw error
    throw new DomainError('conflict', `Another page stands at ${path} already.`, { cause: error })
  }
}

/** The page can be restored like any other that is removed, and then shows entries again. */
export async function removeTemplate(ctx: Context, name: CollectionName): Promise<void> {
  const pageId = sql<string>`(select template_page_id from collections where id = ${idOf(name)})`
  await ctx.db.batch([
    expectVersion(ctx, pages, sql`${pageId}`, undefined, isNull(pages.deletedAt)),
    ctx.db
      .update(pages)
      .set({ deletedAt: ctx.now, path: sql`path || '~' || id` })
      .where(eq(pages.id, pageId)),
    touchSite(ctx, sql`${name.siteId}::uuid`),
    audit(
      ctx,
      'collection.pages_removed',
      name.siteId,
      { key: name.key },
      { clientId: sql`(select client_id from sites where id = ${name.siteId})` },
    ),
  ])
}
