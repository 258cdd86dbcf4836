import * as z from 'zod'
import { endpoint, Id, Nothing, Timestamp } from '../core/endpoint.contract.ts'
import { NodeId } from '../sites/page-document.contract.ts'

export const Presence = z.object({
  editor: Id.describe('Tells this window from others'),
  name: z.string(),
  selected: z.array(z.string()).describe('The blocks they have selected'),
})
export type Presence = z.infer<typeof Presence>

export const presenceApi = {
  announce: endpoint({
    method: 'post',
    path: '/pages/{id}/presence',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'Say that you have a page open, and hear who else has, and whether it has changed.',
    body: z.strictObject({
      editor: Id.describe('Tells this window from others; any UUID that is kept while the page is open'),
      selected: z.array(NodeId).max(20).default([]),
    }),
    returns: z.object({
      version: z.int().describe('Of the page'),
      talkedAt: Timestamp.nullable().describe('Last change of what is said about the page'),
      others: z.array(Presence),
    }),
    status: 200,
  }),
  leave: endpoint({
    method: 'delete',
    path: '/pages/{id}/presence/{editor}',
    needs: 'sites:read',
    noun: 'Page',
    summary: 'Say that you have closed a page. Who says nothing for ten seconds has left as well.',
    returns: Nothing,
    status: 204,
  }),
}
