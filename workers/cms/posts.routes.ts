import { handle } from '../core/routes.ts'
import { createPost, removePost, restorePost, updatePost } from './post-changes.ts'
import { postsApi } from './posts.contract.ts'
import { getPost, listPosts } from './posts.ts'

export const postsRoutes = [
  handle(postsApi.list, (ctx, { query }) => listPosts(ctx, query)),
  handle(postsApi.create, (ctx, { body }) => createPost(ctx, body)),
  handle(postsApi.get, (ctx, { params }) => getPost(ctx, params.id)),
  handle(postsApi.update, (ctx, { params, body }) => updatePost(ctx, params.id, body)),
  handle(postsApi.remove, (ctx, { params }) => removePost(ctx, params.id)),
  handle(postsApi.restore, (ctx, { params }) => restorePost(ctx, params.id)),
]
