import { eq, sql } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { imports } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import { DomainError, notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { admitted, type Deps } from '../deps.ts'
import { importsApi, PART_BYTES } from './imports.contract.ts'

/**
 * Receives one part of an export file and streams it on to R2: memory holds none of it. Sending a part again replaces it, so
 * an upload that broke off goes on with the parts that are missing.
 */
export async function uploadPart(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const ctx = admitted(deps, request, importsApi.create.needs)
  const id = http.req.param('id') ?? ''
  const part = Number(http.req.param('part'))
  if (!isId(id)) throw notFound('Import', id)
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  if (!row) throw notFound('Import', id)
  if (row.status !== 'uploading') throw new DomainError('conflict', 'This import was started already.')

  const body = checkedBody(http, row.sizeBytes, part)
  const tag = await ctx.ports.files.uploadPart(row.objectKey, row.uploadId, part, body)
  await ctx.db
    .update(imports)
    .set({ parts: sql`${imports.parts} || ${JSON.stringify({ [part]: tag })}::jsonb` })
    .where(eq(imports.id, id))
  return http.body(null, 204)
}

/** The request's body, if it is exactly as long as this part must be. */
function checkedBody(http: HonoContext, sizeBytes: number, part: number): ReadableStream<Uint8Array> {
  const parts = Math.ceil(sizeBytes / PART_BYTES)
  if (!Number.isInteger(part) || part < 1 || part > parts) {
    throw new DomainError('invalid_input', `part: Parts of this file go from 1 to ${parts}.`)
  }
  const expected = part < parts ? PART_BYTES : sizeBytes - (parts - 1) * PART_BYTES
  const length = Number(http.req.header('content-length') ?? Number.NaN)
  if (length !== expected || !http.req.raw.body) {
    throw new DomainError(
      'invalid_input',
      `Part ${part} has ${expected} bytes; this request has ${length || 'none'}.`,
    )
  }
  return http.req.raw.body
}
