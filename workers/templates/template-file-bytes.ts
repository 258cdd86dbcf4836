import { eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { type Db, unscopedDb } from '#db/client.ts'
import { marketSubmissions, marketVersions, templateVersions } from '#db/schema/index.ts'
import type { TemplateFile } from '#db/schema/templates.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { admitted, type Deps } from '../deps.ts'
import { platformMarketApi } from '../market/review-queue.contract.ts'
import { agencyTemplatesApi } from './agency-templates.contract.ts'

/** A picture of a template, a listing or a submission, for who looks at it before there is a website. */
export async function readTemplateFile(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const isStaff = request.actor?.permissions.includes(platformMarketApi.preview.needs) ?? false
  const ctx = admitted(
    deps,
    request,
    isStaff ? platformMarketApi.preview.needs : agencyTemplatesApi.get.needs,
  )
  const [versionId, fileId] = [http.req.param('version') ?? '', http.req.param('file') ?? '']
  if (!isId(versionId)) throw notFound('File', fileId)
  // The platform's staff looks at what agencies handed in, with a role that may read nothing else of theirs.
  const found = isStaff
    ? [await submittedFiles(unscopedDb(deps.env.PLATFORM_DATABASE_URL), versionId)]
    : await ctx.db.batch([
        filesOf(ctx.db, templateVersions, versionId),
        filesOf(ctx.db, marketVersions, versionId),
        filesOf(ctx.db, marketSubmissions, versionId),
      ])
  return answerFile(
    ctx,
    found.flat().flatMap(({ files }) => files),
    fileId,
  )
}

type Holder = typeof templateVersions | typeof marketVersions | typeof marketSubmissions

const filesOf = (db: Db, table: Holder, id: string) =>
  db.select({ files: table.files }).from(table).where(eq(table.id, id))

const submittedFiles = (platformDb: Db, id: string) => filesOf(platformDb, marketSubmissions, id)

/** Only what cannot run is shown, and nothing in it can reach out. */
export async function answerFile(
  ctx: Context,
  files: readonly TemplateFile[],
  fileId: string,
): Promise<Response> {
  const file = files.find(({ id }) => id === fileId)
  const object = file && (await ctx.ports.files.get(file.objectKey))
  if (!object) throw notFound('File', fileId)
  return new Response(object.body, {
    headers: {
      'content-type': file.contentType,
      'content-disposition': file.kind === 'image' ? 'inline' : 'attachment',
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
