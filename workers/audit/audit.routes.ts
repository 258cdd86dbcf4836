import { handle } from '../core/routes.ts'
import { auditApi } from './audit.contract.ts'
import { listAuditLog } from './audit-log.ts'

export const auditRoutes = [handle(auditApi.list, (ctx, { query }) => listAuditLog(ctx, query))]
