import { BadgeCheck } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { platformMarketApi, type ReviewQueue } from '#workers/market/review-queue.contract.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { DecisionDialog, type Subject } from './decision-dialog.tsx'
import { Stars } from './stars.tsx'
import { SubmissionCard } from './submission-card.tsx'

export const prefetch = () => load(platformMarketApi.queue, {})

/** What agencies handed in, wrote and reported, until somebody of the platform's staff decides. */
export function Screen() {
  usePage('Marketplace')
  const queue = useResource(platformMarketApi.queue, {})
  const [deciding, setDeciding] = useState<Subject | undefined>()
  const show = (next: ReviewQueue) => queue.patch(() => next)
  return (
    <>
      <PageHead title="Marketplace" />
      <div class="page grid gap-8">
        {queue.data ? (
          <Queue queue={queue.data} onDecide={setDeciding} />
        ) : queue.problem ? (
          <Failed problem={queue.problem} onRetry={queue.reload} />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </div>
      {deciding && (
        <DecisionDialog subject={deciding} onDecided={show} onClose={() => setDeciding(undefined)} />
      )}
    </>
  )
}

interface QueueProps {
  queue: ReviewQueue
  onDecide: (subject: Subject) => void
}

function Queue({ queue: { submissions, reviews, reports }, onDecide }: QueueProps) {
  if (submissions.length + reviews.length + reports.length === 0)
    return (
      <div class="card">
        <Empty icon={<BadgeCheck />} title="Nothing waits for you">
          What agencies hand in, write and report comes here once it has passed the automatic checks.
        </Empty>
      </div>
    )
  return (
    <>
      <Section title="Handed in" count={submissions.length}>
        {submissions.map((submission) => (
          <li key={submission.id}>
            <SubmissionCard submission={submission} onDecide={onDecide} />
          </li>
        ))}
      </Section>
      <Section title="Reports" count={reports.length}>
        {reports.map(({ id, listingName, agencyName, reason, createdAt }) => (
          <li key={id} class="card grid gap-3 p-4">
            <p>
              <b class="font-medium">{listingName}</b>, reported by {agencyName}{' '}
              <Ago at={createdAt} class="text-fg-3" />
            </p>
            <p class="text-pretty text-fg-2">{reason}</p>
            <Decide
              name={listingName}
              yes="Take it off"
              no="Dismiss"
              onDecide={(verdict) => onDecide({ what: 'report', id, name: listingName, verdict })}
            />
          </li>
        ))}
      </Section>
      <Section title="Reviews" count={reviews.length}>
        {reviews.map(({ id, listingName, agencyName, rating, review }) => (
          <li key={id} class="card grid gap-3 p-4">
            <p class="flex flex-wrap items-center gap-2">
              <b class="font-medium">{listingName}</b> <Stars rating={rating} /> by {agencyName}
            </p>
            {review && <p class="text-pretty text-fg-2">{review}</p>}
            <Decide
              name={`the review by ${agencyName}`}
              yes="Publish"
              no="Do not publish"
              onDecide={(verdict) => onDecide({ what: 'review', id, name: listingName, verdict })}
            />
          </li>
        ))}
      </Section>
    </>
  )
}

interface SectionProps {
  title: string
  count: number
  children: preact.ComponentChildren
}

function Section({ title, count, children }: SectionProps) {
  if (count === 0) return null
  return (
    <section>
      <h2 class="mb-3 text-14 font-semibold">
        {title} <span class="num text-fg-3">{count}</span>
      </h2>
      <ul class="grid items-start gap-4 lg:grid-cols-2">{children}</ul>
    </section>
  )
}

interface DecideProps {
  name: string
  yes: string
  no: string
  onDecide: (verdict: 'approved' | 'returned') => void
}

export function Decide({ name, yes, no, onDecide }: DecideProps) {
  return (
    <div class="flex flex-wrap gap-2">
      <Button size="sm" look="primary" aria-label={`${yes}: ${name}`} onClick={() => onDecide('approved')}>
        {yes}
      </Button>
      <Button size="sm" aria-label={`${no}: ${name}`} onClick={() => onDecide('returned')}>
        {no}
      </Button>
    </div>
  )
}
