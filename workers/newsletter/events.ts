import { defineEvent } from '../core/events.ts'

/** Somebody confirmed by mail that they want a website's news. */
export const subscriberConfirmed = defineEvent<{ subscriberId: string }>('subscriber.confirmed')
/** Somebody left the list, or was taken off it. */
export const subscriberUnsubscribed = defineEvent<{ subscriberId: string }>('subscriber.unsubscribed')
