import * as z from 'zod'
import { endpoint, Id } from '../core/endpoint.contract.ts'

/** Where a theme draws a menu. */
export const MenuPlace = z.enum(['primary', 'footer'])
export type MenuPlace = z.infer<typeof MenuPlace>

export const Menu = z.object({
  id: Id,
  name: z.string(),
  isImported: z.boolean(),
  places: z.array(MenuPlace).describe('Where the next publish draws it'),
  entries: z
    .array(z.object({ label: z.string(), href: z.string(), depth: z.int().min(0) }))
    .describe('In reading order; an entry is below the last one of a smaller depth'),
})
export type Menu = z.infer<typeof Menu>

export const MenuList = z.object({ items: z.array(Menu) })

export const menusApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{id}/menus',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The menus of a website, its own and imported ones.',
    returns: MenuList,
  }),
  choose: endpoint({
    method: 'put',
    path: '/websites/{id}/menus',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Choose the menus the header and the footer draw from the next publish on.',
    body: z
      .strictObject({ primary: Id.optional(), footer: Id.optional() })
      .refine(({ primary, footer }) => primary ?? footer, 'Choose a menu.'),
    returns: MenuList,
  }),
}
