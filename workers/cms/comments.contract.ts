import * as z from 'zod'
import { endpoint, Id, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'

export const CommentStatus = z.enum(['pending', 'approved', 'spam', 'removed'])
export type CommentStatus = z.infer<typeof CommentStatus>

export const Comment = z.object({
  id: Id,
  websiteId: Id,
  postId: Id,
  postTitle: z.string(),
  postUrl: z.string(),
  answers: z.string().nullable().describe('Who wrote the comment it answers'),
  author: z.string(),
  email: z.string().nullable(),
  isFromSite: z.boolean(),
  html: z.string().describe('Sanitised'),
  status: CommentStatus,
  writtenAt: Timestamp,
})
export type Comment = z.infer<typeof Comment>

export const CommentQuery = PageQuery.extend({
  websiteId: Id.optional(),
  postId: Id.optional(),
  status: CommentStatus.optional(),
  search: z.string().trim().max(100).optional(),
})
export type CommentQuery = z.infer<typeof CommentQuery>

export const commentsApi = {
  list: endpoint({
    method: 'get',
    path: '/cms/comments',
    needs: 'content:read',
    summary: 'What visitors wrote below posts, newest first.',
    query: CommentQuery,
    returns: page(Comment),
  }),
  moderate: endpoint({
    method: 'post',
    path: '/cms/comment-moderations',
    needs: 'content:write',
    summary: 'Approve comments, or take them off the site. Pages follow by themselves.',
    body: z.strictObject({ ids: z.array(Id).min(1).max(200), status: CommentStatus }),
    returns: z.object({ count: z.int() }),
    status: 200,
  }),
  reply: endpoint({
    method: 'post',
    path: '/cms/comments/{id}/replies',
    needs: 'content:write',
    noun: 'Comment',
    summary: 'Answer a comment for the site. It appears at once, and so does the comment it answers.',
    body: z.strictObject({ text: z.string().trim().min(1, 'Write something first.').max(5000) }),
    returns: Comment,
    fails: ['conflict'],
  }),
}
