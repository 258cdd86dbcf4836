import type { Context as HonoContext } from 'hono'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { csvFile, toLine } from '../core/csv.ts'
import { notFound } from '../core/errors.ts'
import { isId } from '../core/ids.ts'
import { readQuery } from '../core/input.ts'
import { admitted, type Deps } from '../deps.ts'
import { type CollectionName, type Definition, readDefinition } from './collection-rows.ts'
import { EntryQuery, entriesApi } from './entries.contract.ts'
import { cursorAfter, dataOf, findEntries, refuseUnknown, type Search, searchOf } from './entries.ts'
import { writeCell } from './entry-cells.ts'

const ENTRIES_PER_READ = 500

/** Entries as CSV, streamed page by page, with the same filters as the list. Importing the file again changes nothing. */
export async function exportEntries(
  deps: Deps,
  http: HonoContext,
  request: RequestContext,
): Promise<Response> {
  const ctx = admitted(deps, request, entriesApi.list.needs)
  const siteId = http.req.param('id') ?? ''
  const key = http.req.param('key') ?? ''
  if (!isId(siteId)) throw notFound('Website', siteId)
  const search = { ...searchOf(readQuery(EntryQuery, http)), limit: ENTRIES_PER_READ }
  const name = { siteId, key }
  const definition = await readDefinition(ctx, name)
  refuseUnknown(definition, search)
  return csvFile(`${definition.row.key}.csv`, readRows(ctx, name, definition, search))
}

async function* readRows(
  ctx: Context,
  name: CollectionName,
  definition: Definition,
  search: Search,
): AsyncGenerator<string, void> {
  const { fields } = definition
  yield toLine(['Slug', 'Status', ...fields.map(({ label }) => label)])
  let { cursor } = search
  for (;;) {
    const rows = await findEntries(ctx, name, { ...search, cursor })
    const shown = rows.slice(0, ENTRIES_PER_READ)
    yield shown
      .map(({ entry, related }) =>
        toLine([
          entry.slug,
          entry.status,
          ...fields.map((field) => writeCell(field, dataOf(entry)[field.id], related ?? {})),
        ]),
      )
      .join('')
    const last = shown.at(-1)
    if (rows.length <= ENTRIES_PER_READ || !last) return
    cursor = cursorAfter(definition, search, last.entry)
  }
}
