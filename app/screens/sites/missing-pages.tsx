import { CornerDownRight, SearchX, X } from 'lucide-preact'
import { type MissingPage, type Redirect, redirectsApi } from '#workers/sites/redirects.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { count } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toastProblem } from '../../ui/toasts.tsx'

const columns: Column<MissingPage>[] = [
  {
    id: 'path',
    head: 'Asked for',
    cell: ({ path, referrer }) => (
      <span class="min-w-0">
        <b class="code block font-medium break-all">{path}</b>
        {referrer && <span class="block truncate text-12 text-fg-3">from {referrer}</span>}
      </span>
    ),
  },
  {
    id: 'hits',
    head: 'Times',
    width: '72px',
    isRight: true,
    cell: ({ hits }) => <span class="num">{count(hits)}</span>,
  },
  {
    id: 'at',
    head: 'Last',
    width: '116px',
    isHiddenOnPhone: true,
    cell: ({ lastSeenAt }) => <Ago at={lastSeenAt} class="text-fg-3" />,
  },
]

interface MissingPagesProps {
  website: Website
  onRedirect: (redirect: Partial<Redirect>) => void
}

/** Addresses visitors asked for in vain; each can be led to the address most like it. */
export function MissingPages({ website, onRedirect }: MissingPagesProps) {
  const may = useMay()
  const missing = useResource(redirectsApi.missing, { params: { websiteId: website.id } })
  const dismiss = async ({ id }: MissingPage) => {
    try {
      await call(redirectsApi.dismiss, { params: { id } })
      await missing.reload()
    } catch (thrown) {
      toastProblem(thrown, 'It is still on the list')
    }
  }
  const actions: Column<MissingPage> = {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '280px',
    isRight: true,
    cell: (page) => (
      <span class="flex items-center justify-end gap-1">
        <Button
          size="sm"
          icon={<CornerDownRight />}
          onClick={() => onRedirect({ from: page.path, ...(page.suggestion && { to: page.suggestion }) })}
        >
          <span class="max-w-44 truncate">{page.suggestion ? `To ${page.suggestion}` : 'Redirect'}</span>
        </Button>
        <IconButton label={`Forget ${page.path}`} onClick={() => dismiss(page)}>
          <X />
        </IconButton>
      </span>
    ),
  }
  return (
    <Card title="Pages visitors looked for" isFlush>
      <Grid
        label="Pages visitors looked for"
        columns={may('sites:write') ? [...columns, actions] : columns}
        rows={missing.data?.items}
        problem={missing.problem}
        onRetry={missing.reload}
        nameOf={({ path }) => path}
        empty={
          <Empty icon={<SearchX />} title="Nobody got lost">
            Addresses that are asked for and not there are counted here, without those that only robots try.
          </Empty>
        }
      />
    </Card>
  )
}
