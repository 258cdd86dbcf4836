import { type SubmissionStatus, submissionsApi } from '#workers/forms/submissions.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { counted } from '../../ui/numbers.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

export interface EntryChange {
  status?: SubmissionStatus
  assigneeId?: string | null
}

const entries = (count: number) => counted(count, 'entry', 'entries')

/** Changes entries; what was done by hand is said. */
export async function changeEntries(
  ids: readonly string[],
  change: EntryChange,
  onChange: () => void,
): Promise<void> {
  try {
    await call(submissionsApi.change, { body: { ids: [...ids], ...change } })
    settle(onChange)
    toast(`${entries(ids.length)} ${saidOf(change)}`)
  } catch (thrown) {
    toastProblem(thrown, 'That was not done')
  }
}

const said: Record<SubmissionStatus, string> = {
  new: 'marked as new',
  read: 'marked as read',
  spam: 'marked as spam',
}
const saidOf = ({ status, assigneeId }: EntryChange): string =>
  status ? said[status] : assigneeId ? 'assigned' : 'no longer assigned'

/** Deletes entries, with a way back. */
export async function removeEntries(ids: readonly string[], onChange: () => void): Promise<void> {
  try {
    await call(submissionsApi.remove, { body: { ids: [...ids] } })
    settle(onChange)
    toast({
      title: `${entries(ids.length)} deleted`,
      action: { label: 'Undo', run: () => restoreEntries(ids, onChange) },
    })
  } catch (thrown) {
    toastProblem(thrown, 'The entries were not deleted')
  }
}

async function restoreEntries(ids: readonly string[], onChange: () => void): Promise<void> {
  try {
    await call(submissionsApi.restore, { body: { ids: [...ids] } })
    settle(onChange)
    toast(`${entries(ids.length)} restored`)
  } catch (thrown) {
    toastProblem(thrown, 'The entries could not be restored')
  }
}

function settle(onChange: () => void): void {
  invalidate('/submissions')
  onChange()
}
