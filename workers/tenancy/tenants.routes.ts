import { unscopedDb } from '#db/client.ts'
import { handle } from '../core/routes.ts'
import type { Deps } from '../deps.ts'
import { platformApi } from './tenants.contract.ts'
import { listTenants } from './tenants.ts'

export const platformRoutes = ({ env }: Deps) => [
  handle(platformApi.tenants, (_ctx, { query }) => listTenants(unscopedDb(env.PLATFORM_DATABASE_URL), query)),
]
