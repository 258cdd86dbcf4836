import { makeDueChange } from '#workers/review/due-changes.ts'
import { changeScheduled } from '#workers/review/scheduled-changes.ts'
import { job } from '../core/job.ts'

export const makeDueChangesJob = job({
  name: 'review.make-due-changes',
  on: changeScheduled,
  run: makeDueChange,
})
