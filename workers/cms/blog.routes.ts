import { handle } from '../core/routes.ts'
import { blogApi } from './blog.contract.ts'
import { getBlog, setBlog } from './blog.ts'

export const blogRoutes = [
  handle(blogApi.get, (ctx, { params }) => getBlog(ctx, params.id)),
  handle(blogApi.set, (ctx, { params, body }) => setBlog(ctx, params.id, body)),
]
