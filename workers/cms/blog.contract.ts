import * as z from 'zod'
import { endpoint } from '../core/endpoint.contract.ts'

/** How a website's blog deals with its readers. */
export const BlogSettings = z.strictObject({
  comments: z
    .enum(['moderated', 'closed'])
    .default('moderated')
    .describe('Nothing appears that nobody approved'),
  trustsKnown: z
    .boolean()
    .default(false)
    .describe('Who had a comment approved before, under the same address, appears at once'),
  tellsOfComments: z.boolean().default(true).describe('By mail, to who owns the agency'),
  hasClaps: z.boolean().default(true),
  postsPerPage: z.int().min(1).max(50).default(10).describe('On each page of a list of posts'),
  feed: z.enum(['summary', 'full']).default('summary').describe('What feeds carry of a post'),
})
export type BlogSettings = z.infer<typeof BlogSettings>

/** Settings as they are stored: what was never chosen is as it is by default. */
export const blogSettingsOf = (stored: unknown): BlogSettings => {
  const { success, data } = BlogSettings.safeParse(stored)
  return success ? data : BlogSettings.parse({})
}

export const blogApi = {
  get: endpoint({
    method: 'get',
    path: '/websites/{id}/blog',
    needs: 'content:read',
    noun: 'Website',
    summary: 'How a website’s blog deals with its readers.',
    returns: BlogSettings,
  }),
  set: endpoint({
    method: 'put',
    path: '/websites/{id}/blog',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Set how a website’s blog deals with its readers. Pages follow with the next publication.',
    body: BlogSettings,
    returns: BlogSettings,
  }),
}
