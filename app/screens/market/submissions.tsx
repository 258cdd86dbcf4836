import { Send, Undo2 } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { type Submission, submissionsApi } from '#workers/market/submissions.contract.ts'
import { call } from '../../api.ts'
import { usePages } from '../../data/pages.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { CheckList } from './check-list.tsx'

const looks: Record<Submission['status'], StatusLook> = {
  checking: { label: 'Being checked', tone: 'neutral' },
  failed: { label: 'Checks failed', tone: 'danger' },
  waiting: { label: 'Waits for review', tone: 'warning' },
  approved: { label: 'On the marketplace', tone: 'success' },
  returned: { label: 'Sent back', tone: 'danger' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
}
const CHECKING_MS = 2_000

const columns: Column<Submission>[] = [
  { id: 'name', head: 'Name', cell: ({ name }) => <b class="truncate font-medium">{name}</b> },
  {
    id: 'status',
    head: 'State',
    width: '164px',
    cell: ({ status }) => <StatusBadge status={status} looks={looks} />,
  },
  {
    id: 'kind',
    head: 'Kind',
    width: '110px',
    isHiddenOnPhone: true,
    cell: ({ kind }) => <span class="text-fg-2">{kind === 'section' ? 'Section' : 'Template'}</span>,
  },
  {
    id: 'number',
    head: 'Version',
    width: '88px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ number }) => <span class="num">{number}</span>,
  },
  {
    id: 'at',
    head: 'Handed in',
    width: '124px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

/** What the agency handed in, and what became of it. */
export function Submissions() {
  const pages = usePages(submissionsApi.list, { query: {} })
  const [openId, setOpenId] = useState<string | undefined>()
  const open = pages.items?.find(({ id }) => id === openId)
  const isChecking = pages.items?.some(({ status }) => status === 'checking') ?? false

  // The machine is quick: what it found is shown without anybody asking.
  useEffect(() => {
    if (!isChecking) return
    const timer = setInterval(pages.reload, CHECKING_MS)
    return () => clearInterval(timer)
  }, [isChecking])

  return (
    <>
      <div class="card overflow-hidden">
        <Grid
          label="Handed in"
          columns={columns}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ name }) => name}
          onOpen={({ id }) => setOpenId(id)}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={
            <Empty icon={<Send />} title="Share what you are proud of">
              Open one of your templates and hand it in. Once it has been looked at, every agency can install
              it.
            </Empty>
          }
        />
      </div>
      {open && (
        <SubmissionDrawer submission={open} reload={pages.reload} onClose={() => setOpenId(undefined)} />
      )}
    </>
  )
}

interface SubmissionDrawerProps {
  submission: Submission
  reload: () => Promise<void>
  onClose: () => void
}

function SubmissionDrawer({ submission, reload, onClose }: SubmissionDrawerProps) {
  const { id, name, status, number, checks, reasons, licence, listingId } = submission
  const takeBack = async () => {
    try {
      await call(submissionsApi.withdraw, { params: { id } })
      await reload()
      toast(`${name} is taken back`)
      onClose()
    } catch (thrown) {
      toastProblem(thrown, 'It was not taken back')
    }
  }
  return (
    <Drawer
      title={`${name}, version ${number}`}
      onClose={onClose}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      <div class="grid gap-5">
        <div class="flex flex-wrap items-center gap-3">
          <StatusBadge status={status} looks={looks} />
          {status === 'waiting' && (
            <Button size="sm" icon={<Undo2 />} onClick={takeBack}>
              Take back
            </Button>
          )}
          {status === 'approved' && (
            <LinkButton size="sm" href={`/marketplace/${listingId}`}>
              See it on the marketplace
            </LinkButton>
          )}
        </div>
        {status === 'returned' && <Notice tone="warning">{reasons}</Notice>}
        {status === 'failed' && (
          <Notice tone="danger">Put right what failed, make a new version, and hand it in again.</Notice>
        )}
        <section>
          <h3 class="mb-3 font-semibold">What was checked</h3>
          {checks.length > 0 ? <CheckList checks={checks} /> : <p class="text-fg-2">This takes a moment.</p>}
        </section>
        <section>
          <h3 class="mb-1 font-semibold">Licence</h3>
          <p class="text-fg-2">{licence}</p>
        </section>
      </div>
    </Drawer>
  )
}
