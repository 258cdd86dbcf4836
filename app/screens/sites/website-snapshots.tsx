import { History, RotateCcw } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Snapshot, websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { counted } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { WebsiteProps } from './website.tsx'

const columns: Column<Snapshot>[] = [
  {
    id: 'number',
    head: 'Version',
    width: '152px',
    cell: ({ number, isLive }) => (
      <span class="flex items-center gap-2">
        <b class="num font-medium">Version {number}</b>
        {isLive && <Badge tone="success">Live</Badge>}
      </span>
    ),
  },
  { id: 'reason', head: 'Why', cell: ({ reason }) => reason },
  {
    id: 'routes',
    head: 'Size',
    width: '124px',
    isHiddenOnPhone: true,
    cell: ({ routeCount }) => <span class="text-fg-2">{counted(routeCount, 'address', 'addresses')}</span>,
  },
  {
    id: 'by',
    head: 'By',
    width: '152px',
    isHiddenOnPhone: true,
    cell: ({ createdBy }) => <span class="text-fg-2">{createdBy}</span>,
  },
  {
    id: 'at',
    head: 'When',
    width: '124px',
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

export function WebsiteSnapshots({ website, reload }: WebsiteProps) {
  const may = useMay()
  const [target, setTarget] = useState<Snapshot | undefined>()
  const params = { id: website.id }
  const pages = usePages(websitesApi.snapshots, { params, query: {} })

  const rollBack = async (snapshot: Snapshot) => {
    await call(websitesApi.rollBack, { params, body: { snapshotId: snapshot.id } })
    await Promise.all([reload(), pages.reload()])
    invalidate('/websites', '/overview')
    toast(`Version ${snapshot.number} is live again`)
  }
  const action: Column<Snapshot> = {
    id: 'action',
    head: <span class="sr">Action</span>,
    width: '128px',
    isRight: true,
    cell: (snapshot) =>
      !snapshot.isLive && (
        <Button size="sm" icon={<RotateCcw />} onClick={() => setTarget(snapshot)}>
          Roll back
        </Button>
      ),
  }

  return (
    <div class="card overflow-hidden">
      <Grid
        label="Published versions"
        columns={may('sites:publish') ? [...columns, action] : columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ number }) => `Version ${number}`}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          <Empty icon={<History />} title="Not published yet">
            Every publication is kept here, so you can go back to any of them.
          </Empty>
        }
      />
      {target && (
        <ConfirmDialog
          title={`Go back to version ${target.number}?`}
          confirmLabel="Roll back"
          isHarmless
          onConfirm={() => rollBack(target)}
          onClose={() => setTarget(undefined)}
        >
          <p>Visitors see that version at once. Newer versions are kept, and you can return to them.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
