import { handle } from '../core/routes.ts'
import { runsApi } from './runs.contract.ts'
import { getRun, listRuns, retryStep } from './runs.ts'

export const runsRoutes = [
  handle(runsApi.list, (ctx, { query }) => listRuns(ctx, query)),
  handle(runsApi.get, (ctx, { params }) => getRun(ctx, params.id)),
  handle(runsApi.retryStep, (ctx, { params }) => retryStep(ctx, params.id, params.step)),
]
