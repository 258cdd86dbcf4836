import * as z from 'zod'
import { endpoint, Id } from '../core/endpoint.contract.ts'

/** A post as it goes to the subscribers of its website. */
export const PostAnnouncement = z.object({
  subject: z.string(),
  html: z.string().describe('As the mail will look'),
  recipients: z.int().describe('Who would get it now'),
  runId: Id.nullable().describe('The run that sends it, once it was begun'),
  problem: z.string().nullable().describe('Why it cannot be sent now'),
})
export type PostAnnouncement = z.infer<typeof PostAnnouncement>

export const announcementsApi = {
  preview: endpoint({
    method: 'get',
    path: '/cms/posts/{id}/mailing',
    needs: 'contacts:read',
    noun: 'Post',
    summary: 'A post as a mail to the subscribers of its website.',
    returns: PostAnnouncement,
  }),
  send: endpoint({
    method: 'post',
    path: '/cms/posts/{id}/mailing',
    needs: 'sites:write',
    noun: 'Post',
    summary: 'Mail a published post to the subscribers of its language. Each gets it once.',
    returns: z.object({ runId: Id }),
    status: 202,
    fails: ['conflict'],
  }),
  test: endpoint({
    method: 'post',
    path: '/cms/posts/{id}/mailing-tests',
    needs: 'content:write',
    noun: 'Post',
    summary: 'Send the mail about a post to yourself.',
    returns: z.object({ to: z.string() }),
    status: 202,
    fails: ['conflict'],
  }),
}
