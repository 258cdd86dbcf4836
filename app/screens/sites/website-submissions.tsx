import { Inbox } from 'lucide-preact'
import { type Submission, type Website, websitesApi } from '#workers/sites/websites.contract.ts'
import { usePages } from '../../data/pages.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'

export function WebsiteSubmissions({ website }: { website: Website }) {
  const pages = usePages(websitesApi.submissions, { params: { id: website.id }, query: {} })
  if (!pages.items) {
    return pages.problem ? (
      <Failed problem={pages.problem} onRetry={pages.reload} />
    ) : (
      <SkeletonLines lines={6} />
    )
  }
  if (pages.items.length === 0) {
    return (
      <div class="card">
        <Empty icon={<Inbox />} title="Nothing sent yet">
          What visitors send through the website’s forms arrives here and becomes a contact.
        </Empty>
      </div>
    )
  }
  return (
    <>
      <ul class="grid gap-3">
        {pages.items.map((submission) => (
          <li key={submission.id}>
            <SubmissionCard submission={submission} clientId={website.clientId} />
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <div class="flex justify-center p-4">
          <Button isBusy={pages.isLoadingMore} onClick={pages.loadMore}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}

function SubmissionCard({ submission, clientId }: { submission: Submission; clientId: string }) {
  return (
    <article class="card p-4">
      <div class="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <b class="font-semibold">{submission.formName}</b>
        <span class="code text-fg-3">{submission.path}</span>
        <span class="flex-1" />
        {submission.contactId && (
          <a class="link text-12" href={`/contacts?clientId=${clientId}&contact=${submission.contactId}`}>
            Open contact
          </a>
        )}
        <Ago at={submission.createdAt} class="text-12 text-fg-3" />
      </div>
      <dl class="facts">
        {Object.entries(submission.values).map(([name, value]) => [
          <dt key={`${name}-label`}>{name}</dt>,
          <dd key={name} class="whitespace-pre-line">
            {value}
          </dd>,
        ])}
      </dl>
    </article>
  )
}
