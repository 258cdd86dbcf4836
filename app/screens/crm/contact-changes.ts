import { type Contact, contactsApi } from '#workers/crm/contacts.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { counted } from '../../ui/numbers.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

/** As many as the API takes at once. */
const AT_ONCE = 500

export interface TagChange {
  add: string[]
  remove: string[]
}

/** Removes contacts, with a way back. */
export async function removeContacts(ids: readonly string[], onChange: () => void): Promise<void> {
  await inBatches(ids, (batch) => call(contactsApi.removeMany, { body: { ids: batch } }))
  settle(onChange)
  toast({
    title: `${counted(ids.length, 'contact')} removed`,
    action: { label: 'Undo', run: () => restoreContacts(ids, onChange) },
  })
}

async function restoreContacts(ids: readonly string[], onChange: () => void): Promise<void> {
  try {
    await inBatches(ids, (batch) => call(contactsApi.restoreMany, { body: { ids: batch } }))
    settle(onChange)
    toast(`${counted(ids.length, 'contact')} restored`)
  } catch (thrown) {
    toastProblem(thrown, 'The contacts could not be restored')
  }
}

/** Adds and takes tags; undoing touches only those contacts that each tag really changed. */
export async function tagContacts(
  contacts: readonly Contact[],
  { add, remove }: TagChange,
  onChange: () => void,
): Promise<void> {
  const ids = contacts.map(({ id }) => id)
  const way = undoOf(contacts, { add, remove })
  await inBatches(ids, (batch) => call(contactsApi.tagMany, { body: { ids: batch, add, remove } }))
  settle(onChange)
  const undo = async () => {
    try {
      for (const step of way) await call(contactsApi.tagMany, { body: step })
      settle(onChange)
      toast('Tags are as before')
    } catch (thrown) {
      toastProblem(thrown, 'The tags could not be put back')
    }
  }
  toast({ title: `${counted(ids.length, 'contact')} tagged`, action: { label: 'Undo', run: undo } })
}

export interface Tagging extends TagChange {
  ids: string[]
}

/** What has to be sent to put the tags back as they were. */
export function undoOf(contacts: readonly Contact[], { add, remove }: TagChange): Tagging[] {
  const added = add.map((tag) => ({ ids: without(contacts, tag), add: [], remove: [tag] }))
  const taken = remove.map((tag) => ({ ids: having(contacts, tag), add: [tag], remove: [] }))
  return [...added, ...taken].filter(({ ids }) => ids.length > 0)
}

function having(contacts: readonly Contact[], tag: string): string[] {
  return contacts.filter(({ tags }) => tags.includes(tag)).map(({ id }) => id)
}

function without(contacts: readonly Contact[], tag: string): string[] {
  return contacts.filter(({ tags }) => !tags.includes(tag)).map(({ id }) => id)
}

async function inBatches(ids: readonly string[], send: (batch: string[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) await send(ids.slice(from, from + AT_ONCE))
}

function settle(onChange: () => void): void {
  onChange()
  invalidate('/crm/contacts', '/overview', '/clients')
}
