import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { Post } from './posts.contract.ts'

export const PostRevision = z.object({
  id: Id,
  postId: Id,
  title: z.string(),
  by: z.string().describe('Who had last changed it'),
  asOf: Timestamp.describe('When that was'),
  words: z.int(),
})
export type PostRevision = z.infer<typeof PostRevision>

export const postRevisionsApi = {
  list: endpoint({
    method: 'get',
    path: '/cms/posts/{id}/revisions',
    needs: 'content:read',
    noun: 'Post',
    summary: 'A post as it was, newest first.',
    query: PageQuery,
    returns: page(PostRevision),
  }),
  get: endpoint({
    method: 'get',
    path: '/cms/post-revisions/{id}',
    needs: 'content:read',
    noun: 'Revision',
    summary: 'A post as it was, with its text.',
    returns: PostRevision.extend({ content: z.string() }),
  }),
  restore: endpoint({
    method: 'post',
    path: '/cms/post-revisions/{id}/restoration',
    needs: 'content:write',
    noun: 'Revision',
    summary: 'Give a post the title and text it had. What it has now is kept as a revision.',
    returns: Post,
    status: 200,
  }),
}
