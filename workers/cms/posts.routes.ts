import { handle } from '../core/routes.ts'
import { changePosts, duplicatePost, removePosts, restorePosts } from './many-posts.ts'
import { createPost, removePost, restorePost, updatePost } from './post-changes.ts'
import { listPosts } from './post-lists.ts'
import { postRevisionsApi } from './post-revisions.contract.ts'
import { getRevision, listRevisions, restoreRevision } from './post-revisions.ts'
import { postsApi } from './posts.contract.ts'
import { getPost } from './posts.ts'

export const postsRoutes = [
  handle(postsApi.list, (ctx, { query }) => listPosts(ctx, query)),
  handle(postsApi.create, (ctx, { body }) => createPost(ctx, body)),
  handle(postsApi.get, (ctx, { params }) => getPost(ctx, params.id)),
  handle(postsApi.update, (ctx, { params, body }) => updatePost(ctx, params.id, body)),
  handle(postsApi.remove, (ctx, { params }) => removePost(ctx, params.id)),
  handle(postsApi.restore, (ctx, { params }) => restorePost(ctx, params.id)),
  handle(postsApi.duplicate, (ctx, { params }) => duplicatePost(ctx, params.id)),
  handle(postsApi.changeMany, (ctx, { body }) => changePosts(ctx, body)),
  handle(postsApi.removeMany, (ctx, { body }) => removePosts(ctx, body.ids)),
  handle(postsApi.restoreMany, (ctx, { body }) => restorePosts(ctx, body.ids)),
  handle(postRevisionsApi.list, (ctx, { params, query }) => listRevisions(ctx, params.id, query)),
  handle(postRevisionsApi.get, (ctx, { params }) => getRevision(ctx, params.id)),
  handle(postRevisionsApi.restore, (ctx, { params }) => restoreRevision(ctx, params.id)),
]
