import { handle } from '../core/routes.ts'
import { ownAddress } from '../messaging/own-address.ts'
import { announcementsApi } from './announcements.contract.ts'
import { previewMailing, sendMailing, tryMailing } from './announcements.ts'
import { newsletterApi } from './newsletter.contract.ts'
import {
  eraseSubscribers,
  getNewsletter,
  importSubscribers,
  listSubscribers,
  setNewsletter,
  unsubscribe,
} from './subscribers.ts'

export const newsletterRoutes = [
  handle(newsletterApi.get, (ctx, { params }) => getNewsletter(ctx, params.id)),
  handle(newsletterApi.set, (ctx, { params, body }) => setNewsletter(ctx, params.id, body)),
  handle(newsletterApi.subscribers, (ctx, { params, query }) => listSubscribers(ctx, params.id, query)),
  handle(newsletterApi.import, (ctx, { params, body }) => importSubscribers(ctx, params.id, body)),
  handle(newsletterApi.unsubscribe, (ctx, { body }) => unsubscribe(ctx, body.ids)),
  handle(newsletterApi.erase, (ctx, { body }) => eraseSubscribers(ctx, body.ids)),
  handle(announcementsApi.preview, (ctx, { params }) => previewMailing(ctx, params.id)),
  handle(announcementsApi.send, (ctx, { params }) => sendMailing(ctx, params.id)),
  handle(announcementsApi.test, (ctx, { params, request }) =>
    tryMailing(ctx, params.id, ownAddress(request)),
  ),
]
