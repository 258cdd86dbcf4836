import { handle } from '../core/routes.ts'
import { createClient } from '../onboarding/onboarding.ts'
import { clientsApi } from './clients.contract.ts'
import { getClient, listClients, removeClient, restoreClient, updateClient } from './clients.ts'

export const clientsRoutes = [
  handle(clientsApi.create, (ctx, { body }) => createClient(ctx, body)),
  handle(clientsApi.list, (ctx, { query }) => listClients(ctx, query)),
  handle(clientsApi.get, (ctx, { params }) => getClient(ctx, params.id)),
  handle(clientsApi.update, (ctx, { params, body }) => updateClient(ctx, params.id, body)),
  handle(clientsApi.remove, (ctx, { params }) => removeClient(ctx, params.id)),
  handle(clientsApi.restore, (ctx, { params }) => restoreClient(ctx, params.id)),
]
