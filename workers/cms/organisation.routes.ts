import { handle } from '../core/routes.ts'
import { authorsApi } from './authors.contract.ts'
import { createAuthor, listAuthors, mergeAuthor, removeAuthor, updateAuthor } from './authors.ts'
import { seriesApi } from './series.contract.ts'
import { createSeries, listSeries, removeSeries, updateSeries } from './series.ts'
import { termsApi } from './terms.contract.ts'
import { createTerm, listTerms, mergeTerm, removeTerm, updateTerm } from './terms.ts'

export const organisationRoutes = [
  handle(termsApi.list, (ctx, { params, query }) => listTerms(ctx, params.id, query)),
  handle(termsApi.create, (ctx, { params, body }) => createTerm(ctx, params.id, body)),
  handle(termsApi.update, (ctx, { params, body }) => updateTerm(ctx, params.id, body)),
  handle(termsApi.merge, (ctx, { params, body }) => mergeTerm(ctx, params.id, body.intoId)),
  handle(termsApi.remove, (ctx, { params }) => removeTerm(ctx, params.id)),
  handle(authorsApi.list, (ctx, { params, query }) => listAuthors(ctx, params.id, query)),
  handle(authorsApi.create, (ctx, { params, body }) => createAuthor(ctx, params.id, body)),
  handle(authorsApi.update, (ctx, { params, body }) => updateAuthor(ctx, params.id, body)),
  handle(authorsApi.merge, (ctx, { params, body }) => mergeAuthor(ctx, params.id, body.intoId)),
  handle(authorsApi.remove, (ctx, { params }) => removeAuthor(ctx, params.id)),
  handle(seriesApi.list, (ctx, { params, query }) => listSeries(ctx, params.id, query)),
  handle(seriesApi.create, (ctx, { params, body }) => createSeries(ctx, params.id, body)),
  handle(seriesApi.update, (ctx, { params, body }) => updateSeries(ctx, params.id, body)),
  handle(seriesApi.remove, (ctx, { params }) => removeSeries(ctx, params.id)),
]
