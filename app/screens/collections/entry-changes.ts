import {
  type Entry,
  type EntryStatus,
  entriesApi,
  MAX_AT_ONCE,
} from '#workers/collections/entries.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { counted } from '../../ui/numbers.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

export interface Place {
  id: string
  key: string
}

/** Removes entries, with a way back. */
export async function removeEntries(
  params: Place,
  ids: readonly string[],
  onChange: () => void,
): Promise<void> {
  await inBatches(ids, (batch) => call(entriesApi.removeMany, { params, body: { ids: batch } }))
  settle(params, onChange)
  toast({
    title: `${counted(ids.length, 'entry', 'entries')} removed`,
    action: { label: 'Undo', run: () => restoreEntries(params, ids, onChange) },
  })
}

async function restoreEntries(params: Place, ids: readonly string[], onChange: () => void): Promise<void> {
  try {
    await inBatches(ids, (batch) => call(entriesApi.restoreMany, { params, body: { ids: batch } }))
    settle(params, onChange)
    toast(`${counted(ids.length, 'entry', 'entries')} restored`)
  } catch (thrown) {
    toastProblem(thrown, 'The entries could not be restored')
  }
}

/** Gives entries another state; undoing gives each the one it had. */
export async function setStatus(
  params: Place,
  changed: readonly Entry[],
  status: EntryStatus,
  onChange: () => void,
): Promise<void> {
  const ids = changed.map(({ id }) => id)
  await inBatches(ids, (batch) => call(entriesApi.changeMany, { params, body: { ids: batch, status } }))
  settle(params, onChange)
  const undo = async () => {
    try {
      for (const before of new Set(changed.map((entry) => entry.status))) {
        const rows = changed.filter((entry) => entry.status === before)
        await call(entriesApi.changeMany, {
          params,
          body: { ids: rows.map(({ id }) => id), status: before },
        })
      }
      settle(params, onChange)
    } catch (thrown) {
      toastProblem(thrown, 'The entries could not be changed back')
    }
  }
  toast({
    title: `${counted(ids.length, 'entry', 'entries')} ${status === 'published' ? 'published' : 'put aside as drafts'}`,
    action: { label: 'Undo', run: undo },
  })
}

async function inBatches(ids: readonly string[], send: (batch: string[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < ids.length; from += MAX_AT_ONCE) await send(ids.slice(from, from + MAX_AT_ONCE))
}

export function settle({ id }: Place, onChange: () => void): void {
  onChange()
  invalidate(`/websites/${id}`)
}
