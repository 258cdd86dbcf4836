import { handle } from '../core/routes.ts'
import { overviewApi } from './overview.contract.ts'
import { readOverview } from './overview.ts'

export const overviewRoutes = [handle(overviewApi.get, (ctx) => readOverview(ctx))]
