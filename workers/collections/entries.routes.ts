import { handle } from '../core/routes.ts'
import { changeMany, createEntries, moveEntries, removeMany, restoreEntries } from './bulk-entries.ts'
import { entriesApi } from './entries.contract.ts'
import { getEntry, listEntries } from './entries.ts'
import { createEntry, removeEntry, updateEntry } from './entry-changes.ts'
import { entryImportsApi } from './entry-imports.contract.ts'
import { checkEntryImport, startEntryImport } from './entry-imports.ts'

const nameIn = ({ id, key }: { id: string; key: string }) => ({ siteId: id, key })

export const entriesRoutes = [
  handle(entriesApi.list, (ctx, { params, query }) => listEntries(ctx, nameIn(params), query)),
  handle(entriesApi.create, (ctx, { params, body }) => createEntry(ctx, nameIn(params), body)),
  handle(entriesApi.get, (ctx, { params }) => getEntry(ctx, nameIn(params), params.entryId)),
  handle(entriesApi.update, (ctx, { params, body }) =>
    updateEntry(ctx, nameIn(params), params.entryId, body),
  ),
  handle(entriesApi.remove, (ctx, { params }) => removeEntry(ctx, nameIn(params), params.entryId)),
  handle(entriesApi.addMany, (ctx, { params, body }) => createEntries(ctx, nameIn(params), body)),
  handle(entriesApi.changeMany, (ctx, { params, body }) => changeMany(ctx, nameIn(params), body)),
  handle(entriesApi.removeMany, (ctx, { params, body }) => removeMany(ctx, nameIn(params), body.ids)),
  handle(entriesApi.restoreMany, (ctx, { params, body }) => restoreEntries(ctx, nameIn(params), body.ids)),
  handle(entriesApi.move, (ctx, { params, body }) => moveEntries(ctx, nameIn(params), body)),
  handle(entryImportsApi.check, (ctx, { params, body }) => checkEntryImport(ctx, nameIn(params), body)),
  handle(entryImportsApi.start, (ctx, { params, body }) => startEntryImport(ctx, nameIn(params), body)),
]
