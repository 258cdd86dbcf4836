import * as z from 'zod'
import { CONTEXT_HEADER } from '#edge/context.contract.ts'
import { handle } from '../core/routes.ts'
import type { Deps } from '../deps.ts'
import { Component, componentsApi } from './components.contract.ts'
import { previewTokensApi } from './preview-tokens.contract.ts'
import { createPreviewToken, listPreviewTokens, removePreviewToken } from './preview-tokens.ts'

export const headlessRoutes = (deps: Deps) => [
  handle(previewTokensApi.list, (ctx, { params, query }) => listPreviewTokens(ctx, params.id, query)),
  handle(previewTokensApi.create, (ctx, { params, body }) => createPreviewToken(ctx, params.id, body)),
  handle(previewTokensApi.remove, (ctx, { params }) => removePreviewToken(ctx, params.id, params.tokenId)),
  // Blocks are the renderer's: it is the one to ask.
  handle(componentsApi.list, async (_ctx, { http }) => {
    const answer = await deps.env.SITES.fetch(new URL('/_dde/components', http.req.url), {
      headers: { [CONTEXT_HEADER]: http.req.header(CONTEXT_HEADER) ?? '' },
    })
    if (!answer.ok) throw new Error(`The renderer answered ${answer.status} when asked for its blocks.`)
    return { items: z.array(Component).parse(await answer.json()) }
  }),
]
