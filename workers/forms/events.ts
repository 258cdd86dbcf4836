import { defineEvent } from '../core/events.ts'

/** A visitor's form has arrived, and is not spam as far as can be told. */
export const formSubmitted = defineEvent<{ submissionId: string }>('form.submitted')
