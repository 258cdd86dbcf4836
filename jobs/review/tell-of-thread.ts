import { tellOfThread, threadAnswered } from '#workers/review/thread-mails.ts'
import { job } from '../core/job.ts'

export const tellOfThreadJob = job({
  name: 'review.tell-of-thread',
  on: threadAnswered,
  run: tellOfThread,
})
