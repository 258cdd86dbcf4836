import { defineEvent } from '../core/events.ts'

export const clientCreated = defineEvent<{ clientId: string }>('client.created')
/** The client's sites have gone, or come back, with the client. */
export const clientSitesChanged = defineEvent<{ clientId: string }>('client.sites_changed')
