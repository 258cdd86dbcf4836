import { desc, eq } from 'drizzle-orm'
import type { Context as HonoContext } from 'hono'
import { clients, contacts } from '#db/schema/index.ts'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { csvFile, toLine } from '../core/csv.ts'
import { readQuery } from '../core/input.ts'
import { admitted, type Deps } from '../deps.ts'
import { ContactQuery, contactsApi } from './contacts.contract.ts'
import { contactPage } from './contacts.ts'

const ROWS_PER_READ = 1000
const header = ['Email', 'First name', 'Last name', 'Phone', 'Company', 'Tags', 'Source', 'Client', 'Created']
const Filter = ContactQuery.omit({ cursor: true, limit: true })

/** Contacts as CSV (RFC 4180), streamed page by page, with the same filters as the list. */
export async function exportContacts(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const filter = readQuery(Filter, http)
  const ctx = admitted(deps, request, contactsApi.list.needs, filter.clientId)
  return csvFile('contacts.csv', readRows(ctx, filter))
}

async function* readRows(
  ctx: Context,
  filter: Pick<ContactQuery, 'search' | 'tag' | 'source'>,
): AsyncGenerator<string, void> {
  yield toLine(header)
  let cursor: string | undefined
  for (;;) {
    const rows = await ctx.db
      .select({ contact: contacts, clientName: clients.name })
      .from(contacts)
      .innerJoin(clients, eq(clients.id, contacts.clientId))
      .where(contactPage({ ...filter, cursor, limit: ROWS_PER_READ }))
      .orderBy(desc(contacts.id))
      .limit(ROWS_PER_READ)
    if (rows.length === 0) return
    cursor = rows.at(-1)?.contact.id
    yield rows
      .map(({ contact, clientName }) =>
        toLine([
          ...[contact.email ?? '', contact.firstName, contact.lastName, contact.phone, contact.company],
          ...[contact.tags.join(', '), contact.source, clientName, contact.createdAt.toISOString()],
        ]),
      )
      .join('')
  }
}
