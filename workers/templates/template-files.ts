import { and, eq, inArray } from 'drizzle-orm'
import { assets } from '#db/schema/index.ts'
import type { TemplateFile } from '#db/schema/templates.ts'
import { isHere } from '../assets/assets.ts'
import { contentKey } from '../assets/file-address.contract.ts'
import type { PublishedFile } from '../assets/published-file.ts'
import type { Context } from '../core/context.ts'
import { DomainError } from '../core/errors.ts'
import { idFollowing } from '../core/ids.ts'

/** Files one template may bring, and how much they may come to. */
const MAX_FILES = 200
const MAX_BYTES = 100 * 1024 * 1024

/** What is known of a website's files that a template names. */
export async function filesOfSite(ctx: Context, siteId: string, ids: string[]): Promise<TemplateFile[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select()
    .from(assets)
    .where(and(eq(assets.siteId, siteId), inArray(assets.id, ids), isHere))
  const files = rows.flatMap((row) => asTemplateFile(row) ?? [])
  refuseTooMuch(files)
  return files
}

/** Refuses with a sentence what is more than a template may bring. */
export function refuseTooMuch(files: readonly { sizeBytes: number }[]): void {
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (files.length > MAX_FILES)
    throw new DomainError(
      'invalid_input',
      `A template brings at most ${MAX_FILES} files; this has ${files.length}.`,
    )
  if (bytes > MAX_BYTES)
    throw new DomainError('invalid_input', 'The files of a template may come to 100 MB; these are more.')
}

function asTemplateFile(row: typeof assets.$inferSelect): TemplateFile | undefined {
  const { objectKey, sizeBytes, sha256, contentHash, contentType } = row
  if (objectKey === null || sizeBytes === null || contentHash === null) return undefined
  return {
    ...{ objectKey, sizeBytes, contentHash, sha256: sha256 ?? '' },
    contentType: contentType ?? 'application/octet-stream',
    ...{ id: row.id, fileName: row.fileName, title: row.title, alt: row.alt, caption: row.caption },
    ...{ kind: row.kind, width: row.width, height: row.height, isResizable: row.isResizable },
    ...{ placeholder: row.placeholder, focusX: row.focusX, focusY: row.focusY },
  }
}

/** Files as they will lie with a new owner: a version of a template, or a website. */
export const movedTo = (files: readonly TemplateFile[], ownerId: string): TemplateFile[] =>
  files.map((file) => ({ ...file, objectKey: contentKey(ownerId, file.contentHash) }))

/** Copies bytes to their new owner; those that are there already are copied over by the same. */
export async function copyBytes(
  ctx: Context,
  files: readonly TemplateFile[],
  ownerId: string,
): Promise<void> {
  for (const { objectKey, contentHash, contentType } of files)
    await ctx.ports.files.copy(objectKey, contentKey(ownerId, contentHash), contentType)
}

/** The files of a template as those of a new website; the ids follow from the run, so that doing it twice adds each once. */
export function assetsFor(
  files: readonly TemplateFile[],
  owner: { clientId: string; siteId: string },
  ids: ReadonlyMap<string, string>,
) {
  return movedTo(files, owner.siteId).map((file) => ({
    ...{ ...owner, ...file, id: ids.get(file.id) ?? file.id },
    status: 'ready' as const,
  }))
}

/** New ids for the files of a template, by the ids its content names them by. */
export async function newFileIds(
  originId: string,
  files: readonly TemplateFile[],
): Promise<ReadonlyMap<string, string>> {
  const pairs = await Promise.all(
    files.map(async ({ id }) => [id, await idFollowing(originId, 'file', id)] as const),
  )
  return new Map(pairs)
}

/** What a publish would need to know of a template's files. */
export const asPublished = (files: readonly TemplateFile[]): PublishedFile[] =>
  files.map(({ focusX, focusY, ...file }) => ({
    ...file,
    focus: focusX === 50 && focusY === 50 ? undefined : `${focusX}% ${focusY}%`,
  }))
