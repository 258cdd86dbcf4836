import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { NodeId } from '../sites/page-document.contract.ts'

export const CommentBody = z
  .string()
  .trim()
  .min(1, 'Write something.')
  .max(5000, 'A comment has at most 5,000 characters.')
const Mentions = z
  .array(Id)
  .max(20)
  .default([])
  .describe('People of the page who are named in it and hear of it by mail')

export const ThreadComment = z.object({
  id: Id,
  body: z.string(),
  by: z.string(),
  userId: Id.nullable().describe('Empty when someone without an account wrote it'),
  createdAt: Timestamp,
  editedAt: Timestamp.nullable(),
})
export type ThreadComment = z.infer<typeof ThreadComment>

export const Thread = z.object({
  id: Id,
  pageId: Id,
  node: z.string().nullable().describe('The block it is about; empty for the page as a whole'),
  reviewId: Id.nullable().describe('The review in which it was begun'),
  resolvedAt: Timestamp.nullable(),
  resolvedBy: z.string(),
  isUnread: z.boolean().describe('Whether others wrote since you read it'),
  createdAt: Timestamp,
  comments: z.array(ThreadComment).describe('Oldest first; the newest hundred'),
})
export type Thread = z.infer<typeof Thread>

export const PagePerson = z.object({ id: Id, name: z.string(), email: z.string() })
export type PagePerson = z.infer<typeof PagePerson>

export const threadsApi = {
  list: endpoint({
    method: 'get',
    path: '/pages/{id}/threads',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'What people say about a page and its blocks, newest conversation first.',
    query: PageQuery,
    returns: page(Thread),
  }),
  people: endpoint({
    method: 'get',
    path: '/pages/{id}/people',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'Who may see a page, and so may be named in a comment on it.',
    returns: z.object({ items: z.array(PagePerson) }),
  }),
  start: endpoint({
    method: 'post',
    path: '/pages/{id}/threads',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'Begin a conversation about a block, or about the page.',
    body: z.strictObject({ node: z.optional(NodeId), body: CommentBody, mentions: Mentions }),
    returns: Thread,
  }),
  answer: endpoint({
    method: 'post',
    path: '/threads/{id}/comments',
    needs: 'sites:read',
    noun: 'Conversation',
    summary: 'Answer in a conversation. One that was resolved is open again.',
    body: z.strictObject({ body: CommentBody, mentions: Mentions }),
    returns: Thread,
  }),
  change: endpoint({
    method: 'patch',
    path: '/thread-comments/{id}',
    needs: 'sites:read',
    noun: 'Comment',
    summary: 'Change a comment you wrote.',
    body: z.strictObject({ body: CommentBody, mentions: Mentions }),
    returns: Thread,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/thread-comments/{id}',
    needs: 'sites:read',
    noun: 'Comment',
    summary: 'Remove a comment you wrote. With its last comment a conversation goes as well.',
    returns: Nothing,
    status: 204,
    fails: ['conflict'],
  }),
  resolve: endpoint({
    method: 'put',
    path: '/threads/{id}/resolution',
    needs: 'sites:read',
    noun: 'Conversation',
    summary: 'Mark a conversation as settled.',
    returns: Thread,
  }),
  reopen: endpoint({
    method: 'delete',
    path: '/threads/{id}/resolution',
    needs: 'sites:read',
    noun: 'Conversation',
    summary: 'Take a settled conversation up again.',
    returns: Thread,
    status: 200,
  }),
  read: endpoint({
    method: 'put',
    path: '/threads/{id}/reading',
    needs: 'sites:read',
    noun: 'Conversation',
    summary: 'Note that you have read a conversation as it is now.',
    returns: Nothing,
    status: 204,
  }),
}
