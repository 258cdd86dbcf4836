import * as z from 'zod'
import { endpoint, Id, Nothing, PageQuery, page, Timestamp } from '../core/endpoint.contract.ts'
import { normalisePath } from './site-paths.contract.ts'

/** What a redirect can answer with; 410 says that something is gone for good. */
export const redirectStatuses = [301, 302, 307, 308, 410] as const
export type RedirectStatus = (typeof redirectStatuses)[number]
const Status = z.union(redirectStatuses.map((status) => z.literal(status)))

const From = z
  .string()
  .trim()
  .min(1, 'Enter an address.')
  .max(1000, 'An address has at most 1000 characters.')
  .refine((from) => from.startsWith('/'), 'Begin the address with a slash, like /old-page.')
  .refine(
    (from) => !/[?#\s]/.test(from) || /^\/\?(?:p|page_id|attachment_id)=\d+$/.test(from),
    'An address holds no spaces, question marks or hashes.',
  )
  .refine(
    (from) => !from.includes('*') || /^[^*]*\/\*$/.test(from),
    'An asterisk stands at the end only, like /old/*.',
  )
  .transform((from) => (from.includes('?') ? from : patternOf(from)))
  .refine(
    (from) => from !== '' && from !== '/' && !from.startsWith('/_dde'),
    'This address cannot be redirected.',
  )

const patternOf = (from: string): string => {
  if (!from.endsWith('/*')) return normalisePath(from) ?? ''
  const start = normalisePath(from.slice(0, -2)) ?? ''
  return start === '/' ? '/*' : start && `${start}/*`
}

const To = z
  .string()
  .trim()
  .max(2000, 'An address has at most 2000 characters.')
  .refine(
    (to) => to === '' || /^\/(?!\/)/.test(to) || /^https?:\/\/[^\s/]/i.test(to),
    'Lead to a page, like /new-page, or to a whole address, like https://example.com.',
  )
  .refine((to) => !/\s/.test(to), 'An address holds no spaces.')

/** Made when asked for, since a browser has none of the schemas. */
const target = () => ({ from: From, to: To.default(''), status: Status.default(301) })
const isWhole = ({ to, status }: { to: string; status: number }) => (status === 410) === (to === '')
const whole = { error: 'Enter where it leads; only what is gone leads nowhere.', path: ['to'] }

export const Redirect = z.object({
  id: Id,
  from: z.string().describe('An address, or with an asterisk at the end all that begin like it'),
  to: z.string().describe('Empty for what is gone'),
  status: z.int(),
  hits: z.int(),
  lastHitAt: Timestamp.nullable(),
  isImported: z.boolean(),
  leadsOn: z.string().nullable().describe('Where another redirect leads visitors from there'),
})
export type Redirect = z.infer<typeof Redirect>

export const NewRedirect = z.strictObject(target()).refine(isWhole, whole)
export type NewRedirect = z.infer<typeof NewRedirect>

export const MissingPage = z.object({
  id: Id,
  path: z.string(),
  hits: z.int(),
  lastSeenAt: Timestamp,
  referrer: z.string(),
  suggestion: z.string().nullable().describe('The address on the website most like it'),
})
export type MissingPage = z.infer<typeof MissingPage>

export const RedirectImport = z.object({
  added: z.int(),
  changed: z.int(),
  problems: z.array(z.object({ line: z.int(), message: z.string() })),
})

export const redirectsApi = {
  list: endpoint({
    method: 'get',
    path: '/websites/{websiteId}/redirects',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'The redirects of a website, newest first.',
    query: PageQuery.extend({ search: z.string().trim().max(200).optional() }),
    returns: page(Redirect),
  }),
  create: endpoint({
    method: 'post',
    path: '/websites/{websiteId}/redirects',
    needs: 'sites:write',
    noun: 'Website',
    summary: 'Lead an address, or all that begin alike, somewhere else from the next publication on.',
    body: NewRedirect,
    returns: Redirect,
    fails: ['conflict'],
  }),
  change: endpoint({
    method: 'put',
    path: '/redirects/{id}',
    needs: 'sites:write',
    noun: 'Redirect',
    summary: 'Change a redirect.',
    body: NewRedirect,
    returns: Redirect,
    fails: ['conflict'],
  }),
  remove: endpoint({
    method: 'delete',
    path: '/redirects/{id}',
    needs: 'sites:write',
    noun: 'Redirect',
    summary: 'Remove a redirect.',
    returns: Nothing,
    status: 204,
  }),
  import: endpoint({
    method: 'post',
    path: '/websites/{websiteId}/redirect-imports',
    needs: 'sites:write',
    noun: 'Website',
    summary:
      'Add redirects from CSV: from, to and, if you like, status. Lines that cannot be used are named and left out.',
    body: z.strictObject({ csv: z.string().max(2_000_000, 'The file has more than 2 MB.') }),
    returns: RedirectImport,
    status: 200,
  }),
  missing: endpoint({
    method: 'get',
    path: '/websites/{websiteId}/missing-pages',
    needs: 'sites:read',
    noun: 'Website',
    summary: 'Addresses visitors asked for in vain, the most wanted first, up to two hundred.',
    returns: z.object({ items: z.array(MissingPage) }),
  }),
  dismiss: endpoint({
    method: 'delete',
    path: '/missing-pages/{id}',
    needs: 'sites:write',
    noun: 'Missing page',
    summary: 'Forget that an address was asked for.',
    returns: Nothing,
    status: 204,
  }),
}
