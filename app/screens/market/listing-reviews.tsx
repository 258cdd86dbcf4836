import { useState } from 'preact/hooks'
import { type Listing, marketApi } from '#workers/market/market.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { ListingProps } from './listing.tsx'
import { StarChoice, Stars } from './stars.tsx'

/** What agencies that installed it say, and a place for one's own words. */
export function ListingReviews({ listing, reload }: ListingProps) {
  const [isWriting, setWriting] = useState(false)
  const { reviews, ownReview, installedNumber, isOwn } = listing
  const mayReview = installedNumber !== null && !isOwn
  return (
    <Card
      title="What agencies say"
      actions={
        mayReview && (
          <Button size="sm" onClick={() => setWriting(true)}>
            {ownReview ? 'Change your review' : 'Write a review'}
          </Button>
        )
      }
    >
      <OwnReview listing={listing} reload={reload} />
      {reviews.length === 0 && (
        <p class="text-fg-2">
          Nobody has written about it yet.
          {!mayReview && !isOwn && ' Install it to be the first.'}
        </p>
      )}
      <ul class="grid gap-4">
        {reviews.map(({ id, agencyName, rating, review, reviewedAt }) => (
          <li key={id}>
            <p class="flex flex-wrap items-center gap-2">
              <b class="font-medium">{agencyName}</b>
              <Stars rating={rating} />
              <Ago at={reviewedAt} class="text-12 text-fg-3" />
            </p>
            {review && <p class="mt-1 text-pretty text-fg-2">{review}</p>}
          </li>
        ))}
      </ul>
      {isWriting && <WriteReview listing={listing} reload={reload} onClose={() => setWriting(false)} />}
    </Card>
  )
}

const states: Record<NonNullable<Listing['ownReview']>['status'], string> = {
  waiting: 'Your review waits until the platform’s staff has read it.',
  published: 'Your review is published.',
  returned: 'Your review was not published. Say it in other words, or take it back.',
}

function OwnReview({ listing: { id, ownReview }, reload }: ListingProps) {
  if (!ownReview) return null
  const takeBack = async () => {
    try {
      await call(marketApi.takeBack, { params: { listing: id } })
      await reload()
      toast('Your review is taken back')
    } catch (thrown) {
      toastProblem(thrown, 'The review was not taken back')
    }
  }
  return (
    <div class="mb-4">
      <Notice
        tone={ownReview.status === 'returned' ? 'warning' : 'info'}
        action={
          <Button size="sm" onClick={takeBack}>
            Take back
          </Button>
        }
      >
        {states[ownReview.status]}
      </Notice>
    </div>
  )
}

function WriteReview({ listing, reload, onClose }: ListingProps & { onClose: () => void }) {
  const { id, name, ownReview } = listing
  const [rating, setRating] = useState(ownReview?.rating ?? 5)
  const [review, setReview] = useState(ownReview?.review ?? '')
  const form = useForm(['review'])
  const send = (event: Event) =>
    form.submit(event, async () => {
      await call(marketApi.review, { params: { listing: id }, body: { rating, review } })
      await reload()
      toast('Thank you. It is published once it has been read.')
      onClose()
    })
  return (
    <Dialog
      title={`What do you think of ${name}?`}
      onClose={onClose}
      onSubmit={send}
      width={480}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Send
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <StarChoice value={rating} onChange={setRating} />
        <TextAreaField
          name="review"
          label="In your words"
          isOptional
          rows={4}
          maxLength={1000}
          value={review}
          onChange={setReview}
          {...form.errorAt('review')}
        />
      </div>
    </Dialog>
  )
}
