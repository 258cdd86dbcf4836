import { defineEvent } from '../core/events.ts'

export const submissionReceived = defineEvent<{ submissionId: string }>('submission.received')
