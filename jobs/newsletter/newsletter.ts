import { postPublished } from '#workers/cms/announce-posts.ts'
import { formSubmitted } from '#workers/forms/events.ts'
import { mailNewPost } from '#workers/newsletter/announcements.ts'
import { subscriberConfirmed, subscriberUnsubscribed } from '#workers/newsletter/events.ts'
import { recordSubscriber } from '#workers/newsletter/record-subscriber.ts'
import { subscribe } from '#workers/newsletter/subscribe.ts'
import { job } from '../core/job.ts'

export const subscribeJob = job({
  name: 'newsletter.subscribe',
  on: formSubmitted,
  run: (ctx, { submissionId }) => subscribe(ctx, submissionId),
})

export const recordConfirmedJob = job({
  name: 'newsletter.record-confirmed',
  on: subscriberConfirmed,
  run: (ctx, { subscriberId }) => recordSubscriber(ctx, subscriberId, 'confirmed'),
})

export const recordUnsubscribedJob = job({
  name: 'newsletter.record-unsubscribed',
  on: subscriberUnsubscribed,
  run: (ctx, { subscriberId }) => recordSubscriber(ctx, subscriberId, 'unsubscribed'),
})

export const mailNewPostJob = job({
  name: 'newsletter.mail-new-post',
  on: postPublished,
  run: (ctx, { postId }) => mailNewPost(ctx, postId),
})
