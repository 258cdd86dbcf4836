import * as z from 'zod'
import { endpoint } from '../core/endpoint.contract.ts'

/** A block of the library, as whoever builds pages by program needs to know it. */
export const Component = z.object({
  type: z.string().describe('What a page’s blocks name it by'),
  version: z.int(),
  label: z.string(),
  summary: z.string(),
  category: z.string(),
  slots: z.record(z.string(), z.string()).describe('Places for other blocks'),
  styles: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()).describe('JSON Schema of its properties'),
  defaults: z.record(z.string(), z.unknown()),
})

export const componentsApi = {
  list: endpoint({
    method: 'get',
    path: '/components',
    needs: 'sites:read',
    summary: 'Every block pages are built of, with the JSON Schema of its properties and their defaults.',
    returns: z.object({ items: z.array(Component) }),
  }),
}
