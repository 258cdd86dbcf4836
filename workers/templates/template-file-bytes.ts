import { eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { templateVersions } from '#db/schema/index.ts'
import type { TemplateFile } from '#db/schema/templates.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { admit, principalOf, scopeOf } from '../core/gate.ts'
import { isId } from '../core/ids.ts'
import { createContext, type Deps } from '../deps.ts'
import { agencyTemplatesApi } from './agency-templates.contract.ts'

/** A picture of a template, for who looks at it before there is a website. */
export async function readTemplateFile(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const actor = admit(agencyTemplatesApi.get.needs, request)
  const [versionId, fileId] = [http.req.param('version') ?? '', http.req.param('file') ?? '']
  if (!isId(versionId)) throw notFound('File', fileId)
  const ctx = createContext(deps, {
    scope: scopeOf(request, actor, undefined),
    principal: principalOf(actor),
    requestId: request.requestId,
  })
  const [row] = await ctx.db
    .select({ files: templateVersions.files })
    .from(templateVersions)
    .where(eq(templateVersions.id, versionId))
  return answerFile(ctx, row?.files ?? [], fileId)
}

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
