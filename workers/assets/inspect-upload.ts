import { eq, sql } from 'drizzle-orm'
import { assets, type FileFacts, uploads } from '#db/schema/index.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import { defineEvent, emit } from '../core/events.ts'
import type { Statement } from '../core/statements.ts'
import { touchSite } from './asset-changes.ts'
import { withEnding } from './file-name.ts'
import { FileRefused } from './file-refused.ts'
import { endingOf } from './file-types.ts'
import { inspectFile } from './inspect-file.ts'
import { announceStorage } from './stored-bytes.ts'
import type { UploadRow } from './uploads.ts'

/** A file was taken or refused; what arrived is needed no more. */
export const uploadSettled = defineEvent<{ uploadId: string }>('upload.settled')

/** Looks at what has arrived, and makes it a file of the library or says why not. */
export async function inspectUpload(ctx: Context, id: string): Promise<Statement[]> {
  const [row] = await ctx.db.select().from(uploads).where(eq(uploads.id, id))
  if (row?.status !== 'checking') return []
  const outcome = await inspected(ctx, row)
  return [
    ...('problem' in outcome ? refuse(ctx, row, outcome.problem) : await take(ctx, row, outcome)),
    emit(ctx, uploadSettled, { uploadId: id }),
    announceStorage(ctx, id),
  ]
}

async function inspected(ctx: Context, row: UploadRow) {
  const { siteId, objectKey, fileName, sizeBytes } = row
  try {
    const arrived = await ctx.ports.files.get(objectKey, { offset: 0, length: 1 })
    await arrived?.body.cancel()
    if (arrived && arrived.sizeBytes !== sizeBytes) {
      throw new FileRefused('The file did not arrive whole. Upload it again.')
    }
    return await inspectFile(ctx.ports, { siteId, objectKey, fileName, sizeBytes })
  } catch (error) {
    if (error instanceof FileRefused) return { problem: error.message }
    throw error
  }
}

const refuse = (ctx: Context, { id, clientId, fileName }: UploadRow, problem: string): Statement[] => [
  ctx.db.update(uploads).set({ status: 'refused', problem }).where(eq(uploads.id, id)),
  audit(ctx, 'upload.refused', id, { fileName, problem }, { clientId }),
]

interface Taken {
  fileName: string
  facts: FileFacts
}

async function take(ctx: Context, row: UploadRow, taken: Taken): Promise<Statement[]> {
  const { fileName, facts } = taken
  const { id, clientId, siteId, folderId, createdBy, assetId } = row
  if (assetId) return giveNewBytes(ctx, { ...row, assetId }, taken)
  return [
    ctx.db.insert(assets).values({
      ...{ id, clientId, siteId, fileName, uploadedBy: createdBy, status: 'ready', ...facts },
      // A folder removed meanwhile is none.
      folderId: sql`(select id from asset_folders where id = ${folderId}::uuid)`,
      title: titleOf(fileName),
    }),
    ctx.db.update(uploads).set({ status: 'ready', assetId: id, facts }).where(eq(uploads.id, id)),
    audit(ctx, 'asset.uploaded', id, { fileName }, { clientId }),
  ]
}

/** A name as a heading: `team-photo_2.jpg` is “team photo 2”. */
const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()

/** Everything that shows the file goes on naming it by its id, and shows its new bytes from the next publication on. */
async function giveNewBytes(
  ctx: Context,
  row: UploadRow & { assetId: string },
  taken: Taken,
): Promise<Statement[]> {
  const { id, clientId, siteId, assetId } = row
  const { facts } = taken
  const [asset] = await ctx.db.select().from(assets).where(eq(assets.id, assetId))
  if (!asset) return refuse(ctx, row, 'The file it was to replace is gone.')
  if (asset.kind !== facts.kind)
    return refuse(ctx, row, 'It is of another kind than the file it was to replace.')
  // The name stays, and ends as the new bytes do.
  const fileName = withEnding(asset.fileName, endingOf(taken.fileName))
  return [
    keepFirstVersion(ctx, assetId),
    ctx.db
      .update(assets)
      .set({ ...facts, fileName })
      .where(eq(assets.id, assetId)),
    ctx.db.update(uploads).set({ status: 'ready', facts }).where(eq(uploads.id, id)),
    touchSite(ctx, sql`${siteId}::uuid`),
    audit(ctx, 'asset.replaced', assetId, {}, { clientId }),
  ]
}

/** A file that came with an import has no upload: what it was is kept as one, so that it can be that again. */
export const keepFirstVersion = (ctx: Context, assetId: string): Statement =>
  ctx.db.execute(sql`
    insert into uploads (id, tenant_id, client_id, site_id, file_name, size_bytes, part_bytes, object_key, upload_id, asset_id, status, facts, created_by, created_at)
    select a.id, a.tenant_id, a.client_id, a.site_id, a.file_name, coalesce(a.size_bytes, 0), 0, a.object_key, '', a.id, 'ready', jsonb_build_object(
      'objectKey', a.object_key, 'kind', a.kind, 'contentType', a.content_type, 'sizeBytes', a.size_bytes, 'sha256', a.sha256,
      'contentHash', a.content_hash, 'width', a.width, 'height', a.height, 'placeholder', a.placeholder, 'isResizable', a.is_resizable), a.uploaded_by, a.created_at
    from assets a where a.id = ${assetId} and not exists (select from uploads u where u.asset_id = a.id and u.status = 'ready')
    on conflict do nothing`)
