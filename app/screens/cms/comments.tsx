import { Check, MessageSquare, SearchX, ShieldAlert, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Comment, type CommentStatus, commentsApi } from '#workers/cms/comments.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { CommentDrawer } from './comment-drawer.tsx'

const looks: Record<CommentStatus, StatusLook> = {
  pending: { label: 'Waiting', tone: 'warning' },
  approved: { label: 'Approved', tone: 'success' },
  spam: { label: 'Spam', tone: 'danger' },
  removed: { label: 'Removed', tone: 'neutral' },
}
const choices = (['pending', 'approved', 'spam', 'removed'] as const).map((value) => ({
  value,
  label: looks[value].label,
}))

const columns: Column<Comment>[] = [
  {
    id: 'author',
    head: 'From',
    width: '18%',
    cell: ({ author }) => <b class="font-medium">{author}</b>,
  },
  { id: 'words', head: 'Comment', cell: ({ html }) => <span class="text-fg-2">{wordsOf(html)}</span> },
  {
    id: 'post',
    head: 'Post',
    width: '22%',
    isHiddenOnPhone: true,
    cell: ({ postTitle }) => <span class="text-fg-2">{postTitle}</span>,
  },
  {
    id: 'status',
    head: 'State',
    width: '112px',
    cell: ({ status }) => <StatusBadge status={status} looks={looks} />,
  },
  {
    id: 'written',
    head: 'Written',
    width: '112px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ writtenAt }) => <Ago at={writtenAt} class="text-fg-3" />,
  },
]

/** The first words, without the paragraphs they stand in. */
const wordsOf = (html: string): string =>
  new DOMParser().parseFromString(html.replaceAll('</p>', ' </p>'), 'text/html').body.textContent ?? ''

export const prefetch = () => load(commentsApi.list, { query: {} })

export function Screen() {
  usePage('Comments')
  const canWrite = useMay()('content:write')
  const [query, setQuery] = useQuery()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [openId, setOpenId] = useState<string | undefined>()
  const { search } = query
  const status = choices.find(({ value }) => value === query.status)?.value
  const filters = { ...(search && { search }), ...(status && { status }) }
  const pages = usePages(commentsApi.list, { query: filters })
  const open = pages.items?.find(({ id }) => id === openId)

  const moderate = async (ids: string[], next: CommentStatus) => {
    try {
      await call(commentsApi.moderate, { body: { ids, status: next } })
      setSelected(new Set())
      setOpenId(undefined)
      pages.reload()
      toast(saidOf(ids.length, next))
    } catch (thrown) {
      toastProblem(thrown, 'That was not done')
    }
  }
  return (
    <>
      <PageHead title="Comments">
        <SearchField
          label="Search comments"
          placeholder="Search comments"
          value={search ?? ''}
          onChange={(next) => setQuery({ search: next })}
        />
        <FilterMenu
          label="State"
          anyLabel="Any state"
          value={status}
          options={choices}
          onChange={(next) => setQuery({ status: next })}
        />
      </PageHead>
      <Grid
        label="Comments"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ author, postTitle }) => `${author} on ${postTitle}`}
        onOpen={({ id }) => setOpenId(id)}
        {...(canWrite && { selection: { ids: selected, onChange: setSelected } })}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          <NoComments
            isFiltered={Object.keys(filters).length > 0}
            onClear={() => setQuery({ search: undefined, status: undefined })}
          />
        }
      />
      <CommentBulkBar ids={[...selected]} onModerate={moderate} onClear={() => setSelected(new Set())} />
      {open && (
        <CommentDrawer
          key={open.id}
          comment={open}
          canWrite={canWrite}
          onModerate={(next) => moderate([open.id], next)}
          onReplied={() => {
            setOpenId(undefined)
            pages.reload()
          }}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  )
}

function NoComments({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered)
    return (
      <Empty icon={<MessageSquare />} title="No comments yet">
        What visitors write below posts waits here until you have read it.
      </Empty>
    )
  return (
    <Empty
      icon={<SearchX />}
      title="No comments match"
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      Clear the filters to see all comments.
    </Empty>
  )
}

interface CommentBulkBarProps {
  ids: string[]
  onModerate: (ids: string[], status: CommentStatus) => void
  onClear: () => void
}

function CommentBulkBar({ ids, onModerate, onClear }: CommentBulkBarProps) {
  return (
    <BulkBar count={ids.length} noun="comment" onClear={onClear}>
      <Button look="ghost" size="sm" icon={<Check />} onClick={() => onModerate(ids, 'approved')}>
        Approve
      </Button>
      <Button look="ghost" size="sm" icon={<ShieldAlert />} onClick={() => onModerate(ids, 'spam')}>
        Spam
      </Button>
      <Button look="danger-ghost" size="sm" icon={<Trash2 />} onClick={() => onModerate(ids, 'removed')}>
        Remove
      </Button>
    </BulkBar>
  )
}

function saidOf(count: number, status: CommentStatus): string {
  const what = count === 1 ? 'The comment' : `${count} comments`
  const verb = count === 1 ? 'is' : 'are'
  return {
    approved: `${what} will be on the site in a moment`,
    pending: `${what} ${verb} waiting to be read`,
    spam: `${what} ${verb} marked as spam`,
    removed: `${what} ${verb} removed`,
  }[status]
}
