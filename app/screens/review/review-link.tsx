import { FileSearch } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type ReviewedPage, type ReviewView, reviewLinksApi } from '#workers/review/reviews.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { usePage } from '../../shell/page.ts'
import { Badge } from '../../ui/badge.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Empty, SkeletonLines } from '../../ui/states.tsx'
import '../builder/canvas.css'
import { PageComparison } from './page-comparison.tsx'
import './review.css'
import { ReviewDecision } from './review-decision.tsx'
import { ReviewTalk } from './review-talk.tsx'

/** In a window narrower than this, pages are drawn as wide as on a phone. */
const PHONE_PX = 640
const PHONE_PAGE_PX = 390
const EMPTY = { version: 1 as const, root: [], nodes: {} }

/** What the link in a reviewer's mail opens: the pages as they would be, what to say about them, and the decision. */
export function Screen() {
  const token = useRoute().params.token ?? ''
  const [view, setView] = useState<ReviewView | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  usePage(view ? `Review of ${view.websiteName}` : 'Review')

  const load = async () => {
    try {
      setView(await call(reviewLinksApi.view, { params: { token } }))
      setProblem(undefined)
    } catch (thrown) {
      setProblem(Problem.of(thrown))
    }
  }
  useEffect(() => void load(), [token])

  if (problem) {
    return (
      <Empty icon={<FileSearch />} title="This review cannot be shown" isPage>
        {problem.message}
      </Empty>
    )
  }
  if (!view) {
    return (
      <div class="page">
        <SkeletonLines lines={8} />
      </div>
    )
  }
  return <Review {...{ token, view, load }} onView={setView} />
}

interface ReviewProps {
  token: string
  view: ReviewView
  load: () => Promise<void>
  onView: (view: ReviewView) => void
}

function Review({ token, view, load, onView }: ReviewProps) {
  const [pageId, setPageId] = useState(view.pages[0]?.id)
  const [nodeId, setNodeId] = useState<string | undefined>()
  const page = view.pages.find(({ id }) => id === pageId) ?? view.pages[0]
  const choose = (id: string) => {
    setPageId(id)
    setNodeId(undefined)
  }
  return (
    <div class="review-screen">
      <section class="review-pages" aria-label="The pages">
        <header class="pb-3">
          <p class="text-12 text-fg-3">{view.agencyName}</p>
          <h1 class="text-20 font-semibold">
            {view.createdBy} asks you to look at {view.websiteName}
          </h1>
          {view.message && <p class="mt-1 whitespace-pre-wrap text-fg-2">{view.message}</p>}
        </header>
        {view.pages.length > 1 && <ChoosePage pages={view.pages} value={page?.id ?? ''} onChange={choose} />}
        {view.isSharedChanged && (
          <div class="pb-3">
            <Notice>The design, the menus, or the header or footer have changed as well.</Notice>
          </div>
        )}
        {page ? <Page key={page.id} {...{ page, view }} onPick={setNodeId} /> : <NoPages />}
      </section>
      <aside class="review-aside" aria-label="What you think">
        <ReviewDecision {...{ token, view, load }} />
        {page && <ReviewTalk {...{ token, view, page, nodeId, onView }} />}
      </aside>
    </div>
  )
}

function NoPages() {
  return (
    <Empty icon={<FileSearch />} title="No page differs any more">
      What you were asked about is as it is published, or was published meanwhile.
    </Empty>
  )
}

const kinds = { new: 'New', changed: 'Changed', removed: 'Will be removed' } as const

interface ChoosePageProps {
  pages: ReviewedPage[]
  value: string
  onChange: (id: string) => void
}

function ChoosePage({ pages, value, onChange }: ChoosePageProps) {
  return (
    <SelectField
      name="page"
      label={`${pages.length} pages to look at`}
      class="max-w-96 pb-3"
      value={value}
      options={pages.map(({ id, title, kind }) => ({ value: id, label: `${title} (${kinds[kind]})` }))}
      onChange={onChange}
    />
  )
}

interface PageProps {
  page: ReviewedPage
  view: ReviewView
  onPick: (nodeId: string | undefined) => void
}

function Page({ page, view, onPick }: PageProps) {
  // Two pages side by side would be too small to read on a phone, where the page is shown as phones show it.
  const isNarrow = innerWidth < PHONE_PX
  const isAlone = page.before === null || isNarrow
  return (
    <>
      <p class="flex items-center gap-2 pb-2">
        <b class="font-medium">{page.title}</b>
        <Badge tone={page.kind === 'removed' ? 'danger' : 'brand'}>{kinds[page.kind]}</Badge>
      </p>
      <PageComparison
        canvas={view.canvas}
        path={page.path}
        before={{ label: 'As it is published', document: page.before ?? EMPTY }}
        after={{ label: 'As it would be', document: page.after ?? EMPTY }}
        initialView={isAlone ? 'after' : 'beside'}
        {...(isNarrow && { device: PHONE_PAGE_PX })}
        onPick={onPick}
      />
    </>
  )
}
