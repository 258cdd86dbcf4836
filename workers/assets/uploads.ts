import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { assets, uploads } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { QueryOf } from '../core/endpoint.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { defineEvent, emit } from '../core/events.ts'
import { expect } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { before, oneMore, toPage } from '../core/pagination.ts'
import { expectFolder } from './asset-changes.ts'
import { isHere, siteIsHere } from './assets.ts'
import { cleanFileName } from './file-name.ts'
import { typeByName } from './file-types.ts'
import { announceStorage, expectRoom, reserveBytes } from './stored-bytes.ts'
import {
  type NewUpload,
  PART_BYTES,
  type Upload,
  type UploadProgress,
  type uploadsApi,
} from './uploads.contract.ts'

/** All parts are there and have been put together. */
export const uploadCompleted = defineEvent<{ uploadId: string }>('upload.completed')
/** Heard a day after an upload began, and each day on which it still goes on. */
export const uploadIsDue = defineEvent<{ uploadId: string; parts: string }>('upload.is_due')

export const UPLOAD_REST_MS = 24 * 60 * 60 * 1000

export async function listUploads(
  ctx: Context,
  siteId: string,
  { cursor, limit }: QueryOf<typeof uploadsApi.list>,
) {
  const [[site], rows] = await ctx.db.batch([
    siteIsHere(ctx, siteId),
    ctx.db
      .select()
      .from(uploads)
      .where(and(eq(uploads.siteId, siteId), ne(uploads.status, 'ready'), before(uploads.id, cursor)))
      .orderBy(desc(uploads.id))
      .limit(oneMore(limit)),
  ])
  if (!site) throw notFound('Website', siteId)
  return toPage(rows, limit, present)
}

export async function getUpload(ctx: Context, id: string): Promise<Upload> {
  return present(await readUpload(ctx, id))
}

/** Reserves room for a file and opens its upload in the store. */
export async function beginUpload(ctx: Context, siteId: string, input: NewUpload): Promise<Upload> {
  const { sizeBytes, folderId, replacesId } = input
  const fileName = cleanFileName(input.fileName)
  const { clientId, replaced } = await readTarget(ctx, siteId, replacesId)
  if (replaced && replaced.kind !== typeByName(fileName).kind) {
    throw new DomainError('conflict', 'A file can only give way to one of its kind: a picture to a picture.')
  }
  const id = newId()
  const objectKey = arrivalKey(siteId, id)
  const uploadId = await ctx.ports.files.startUpload(objectKey)
  const due = { uploadId: id, parts: '0' }
  const results: unknown[] = await ctx.db.batch([
    reserveBytes(ctx, sizeBytes),
    expectRoom(ctx),
    ...expectFolder(ctx, folderId, sql`${siteId}::uuid`),
    emit(ctx, uploadIsDue, due, { clientId, deliverAfter: new Date(ctx.now.getTime() + UPLOAD_REST_MS) }),
    audit(ctx, 'upload.begun', id, { fileName, sizeBytes }, { clientId }),
    ctx.db
      .insert(uploads)
      .values({
        ...{ id, clientId, siteId, fileName, sizeBytes, objectKey, uploadId, folderId },
        ...{ partBytes: PART_BYTES, assetId: replacesId, createdBy: ctx.principal.name },
      })
      .returning(),
  ])
  // safe: the last statement of the batch is the insert above
  return present((results.at(-1) as [UploadRow])[0])
}

/** The website, and the file that is to get new bytes. */
async function readTarget(ctx: Context, siteId: string, replacesId: string | null) {
  const [[site], [replaced]] = await ctx.db.batch([
    siteIsHere(ctx, siteId),
    ctx.db
      .select({ kind: assets.kind })
      .from(assets)
      .where(and(eq(assets.siteId, siteId), sql`${assets.id} = ${replacesId}::uuid`, isHere)),
  ])
  if (!site) throw notFound('Website', siteId)
  if (replacesId && !replaced) throw notFound('File', replacesId)
  return { clientId: site.clientId, replaced }
}

/** Notes what has arrived and signs addresses for what comes next. Saying the same twice changes nothing. */
export async function proceedUpload(ctx: Context, id: string, { received, wanted }: UploadProgress) {
  const tags = Object.fromEntries(received.map(({ part, tag }) => [part, unquoted(tag)]))
  const highest = Math.max(0, ...wanted, ...received.map(({ part }) => part))
  const [[row], [changed]] = await ctx.db.batch([
    ctx.db.select().from(uploads).where(eq(uploads.id, id)),
    ctx.db
      .update(uploads)
      .set({ parts: sql`${uploads.parts} || ${JSON.stringify(tags)}::jsonb` })
      .where(
        and(
          eq(uploads.id, id),
          eq(uploads.status, 'uploading'),
          sql`ceil(size_bytes::numeric / part_bytes) >= ${highest}::integer`,
        ),
      )
      .returning(),
  ])
  if (!row) throw notFound('Upload', id)
  if (row.status !== 'uploading') throw new DomainError('conflict', 'This upload has ended already.')
  if (!changed) {
    throw new DomainError('invalid_input', `part: Parts of this file go from 1 to ${partCount(row)}.`)
  }
  const addresses = await Promise.all(
    wanted.map(async (part) => ({ part, url: await addressOf(ctx, row, part) })),
  )
  return { receivedParts: partsOf(changed), addresses }
}

/** Over HTTP a tag stands in quotes; the store's own binding knows it without. */
const unquoted = (tag: string): string => tag.replaceAll('"', '')

function addressOf(ctx: Context, row: UploadRow, part: number): Promise<string> {
  const { objectKey: key, uploadId, partBytes, sizeBytes } = row
  const last = partCount(row)
  const length = part < last ? partBytes : sizeBytes - (last - 1) * partBytes
  return ctx.ports.partAddresses.sign({ key, uploadId, part, sizeBytes: length })
}

/** Puts the parts together and has the file looked at. Asking again answers how far that is. */
export async function completeUpload(ctx: Context, id: string): Promise<Upload> {
  const row = await readUpload(ctx, id)
  if (row.status !== 'uploading') return present(row)
  const missing = Array.from({ length: partCount(row) }, (_, index) => index + 1).filter(
    (part) => !(part in row.parts),
  )
  if (missing.length > 0) {
    throw new DomainError('conflict', `Parts are missing: ${missing.slice(0, 20).join(', ')}.`)
  }
  await putTogether(ctx, row)
  const [, , [changed]] = await ctx.db.batch([
    expect(ctx, sql`exists (select from uploads where id = ${id})`, '404', notFound('Upload', id).message),
    emit(ctx, uploadCompleted, { uploadId: id }, { clientId: row.clientId }),
    ctx.db.update(uploads).set({ status: 'checking' }).where(eq(uploads.id, id)).returning(),
  ])
  return present(changed ?? row)
}

/** The store forgets an upload it has put together, so a second attempt is known by the whole being there. */
async function putTogether(ctx: Context, { objectKey, uploadId, parts }: UploadRow): Promise<void> {
  const list = Object.entries(parts).map(([part, tag]) => ({ part: Number(part), tag }))
  try {
    await ctx.ports.files.completeUpload(objectKey, uploadId, list)
  } catch (cause) {
    const whole = await ctx.ports.files.get(objectKey, { offset: 0, length: 1 })
    await whole?.body.cancel()
    if (whole) return
    throw new DomainError('conflict', 'The parts do not make up the file. Begin the upload again.', { cause })
  }
}

/** Breaks an upload off, or puts a refused one away. */
export async function cancelUpload(ctx: Context, id: string): Promise<void> {
  const clientId = sql<string>`(select client_id from uploads where id = ${id})`
  const [, , , , [row]] = await ctx.db.batch([
    expect(ctx, sql`exists (select from uploads where id = ${id})`, '404', notFound('Upload', id).message),
    expect(
      ctx,
      sql`exists (select from uploads where id = ${id} and status in ('uploading', 'refused'))`,
      '409',
      'This file has arrived already. Remove it from the library instead.',
    ),
    announceStorage(ctx, id),
    audit(ctx, 'upload.cancelled', id, {}, { clientId }),
    ctx.db.delete(uploads).where(eq(uploads.id, id)).returning(),
  ])
  if (row?.status === 'uploading') await ctx.ports.files.abortUpload(row.objectKey, row.uploadId)
}

/** Where a file lies until it has been looked at. */
export const arrivalKey = (siteId: string, id: string) => `uploads/${siteId}/${id}`

export type UploadRow = typeof uploads.$inferSelect

export async function readUpload(ctx: Context, id: string): Promise<UploadRow> {
  const [row] = await ctx.db.select().from(uploads).where(eq(uploads.id, id))
  if (!row) throw notFound('Upload', id)
  return row
}

export const partCount = ({ sizeBytes, partBytes }: UploadRow): number => Math.ceil(sizeBytes / partBytes)

const partsOf = ({ parts }: UploadRow): number[] =>
  Object.keys(parts)
    .map(Number)
    .sort((a, b) => a - b)

function present(row: UploadRow): Upload {
  const { id, fileName, sizeBytes, partBytes, status, problem, assetId, createdBy } = row
  return {
    ...{ id, fileName, sizeBytes, partBytes, status, problem, assetId, createdBy },
    websiteId: row.siteId,
    receivedParts: partsOf(row),
    createdAt: row.createdAt.toISOString(),
  }
}
