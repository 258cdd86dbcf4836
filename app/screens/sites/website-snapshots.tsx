import { Columns2, EllipsisVertical, History, Pencil, Pin, PinOff, RotateCcw } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Snapshot, snapshotsApi } from '#workers/sites/snapshots.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { counted } from '../../ui/numbers.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { WebsiteProps } from './website.tsx'
import { WebsiteStaging } from './website-staging.tsx'

const columns: Column<Snapshot>[] = [
  {
    id: 'number',
    head: 'Version',
    width: '204px',
    cell: ({ number, isLive, isStaging, isPinned }) => (
      <span class="flex items-center gap-2">
        <b class="num font-medium">Version {number}</b>
        {isLive && <Badge tone="success">Live</Badge>}
        {isStaging && <Badge tone="brand">Staging</Badge>}
        {isPinned && <Pin size={14} class="text-fg-3" role="img" aria-label="Kept for good" />}
      </span>
    ),
  },
  {
    id: 'words',
    head: 'What it is',
    cell: ({ name, note, reason }) => (
      <span class="grid min-w-0">
        <span class="truncate">{name || reason}</span>
        {note && <span class="truncate text-12 text-fg-3">{note}</span>}
      </span>
    ),
  },
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

interface Opened {
  what: 'compare' | 'words' | 'roll-back'
  snapshot: Snapshot
}

export function WebsiteSnapshots({ website, reload }: WebsiteProps) {
  const may = useMay()
  const [opened, setOpened] = useState<Opened | undefined>()
  const pages = usePages(snapshotsApi.list, { params: { id: website.id }, query: {} })

  const rollBack = async ({ id, number }: Snapshot) => {
    await call(websitesApi.rollBack, { params: { id: website.id }, body: { snapshotId: id } })
    await Promise.all([reload(), pages.reload()])
    invalidate('/websites', '/overview')
    toast(`Version ${number} is live again`)
  }
  const pin = async ({ id, number, isPinned }: Snapshot) => {
    try {
      await call(snapshotsApi.change, { params: { id }, body: { isPinned: !isPinned } })
      await pages.reload()
      toast(isPinned ? `Version ${number} is no longer kept for good` : `Version ${number} is kept for good`)
    } catch (thrown) {
      toastProblem(thrown, 'That was not saved')
    }
  }
  const actions: Column<Snapshot> = {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '60px',
    isRight: true,
    cell: (snapshot) => (
      <Menu
        label={`Actions for version ${snapshot.number}`}
        class="btn btn-ghost btn-icon"
        align="end"
        items={entriesOf(snapshot, may('sites:publish'), {
          open: (what) => setOpened({ what, snapshot }),
          pin: () => pin(snapshot),
        })}
      >
        <EllipsisVertical />
      </Menu>
    ),
  }

  return (
    <div class="grid gap-3">
      <WebsiteStaging {...{ website, reload }} onVersions={pages.reload} />
      <div class="card overflow-hidden">
        <Grid
          label="Published versions"
          columns={[...columns, actions]}
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
      </div>
      <p class="text-12 text-fg-3">
        The newest 30 versions are kept, and all that have a name or are kept for good.
      </p>
      {opened && (
        <OpenedVersion
          {...opened}
          websiteId={website.id}
          versions={pages.items ?? []}
          onSaved={pages.reload}
          onRollBack={rollBack}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  )
}

interface OpenedProps extends Opened {
  websiteId: string
  versions: readonly Snapshot[]
  onSaved: () => Promise<void>
  onRollBack: (snapshot: Snapshot) => Promise<void>
  onClose: () => void
}

function OpenedVersion({ what, snapshot, websiteId, versions, onSaved, onRollBack, onClose }: OpenedProps) {
  switch (what) {
    case 'compare': {
      const props = { websiteId, snapshot, others: versions, onClose }
      return <OnDemand load={loadComparison} props={props} onFail={onClose} />
    }
    case 'words':
      return <OnDemand load={loadWords} props={{ snapshot, onSaved, onClose }} onFail={onClose} />
    case 'roll-back':
      return (
        <ConfirmDialog
          title={`Go back to version ${snapshot.number}?`}
          confirmLabel="Roll back"
          isHarmless
          onConfirm={() => onRollBack(snapshot)}
          onClose={onClose}
        >
          <p>Visitors see that version at once. Newer versions are kept, and you can return to them.</p>
        </ConfirmDialog>
      )
  }
}

const loadComparison = async () => (await import('./compare-versions.tsx')).CompareVersions
const loadWords = async () => (await import('./version-words.tsx')).VersionWordsDialog

interface Doing {
  open: (what: Opened['what']) => void
  pin: () => void
}

function entriesOf({ isLive, isPinned }: Snapshot, mayPublish: boolean, { open, pin }: Doing): MenuEntry[] {
  const compare: MenuEntry = {
    ...{ id: 'compare', label: 'What was changed', icon: <Columns2 /> },
    onSelect: () => open('compare'),
  }
  if (!mayPublish) return [compare]
  return [
    compare,
    { id: 'words', label: 'Name and note', icon: <Pencil />, onSelect: () => open('words') },
    isPinned
      ? { id: 'unpin', label: 'Keep no longer for good', icon: <PinOff />, onSelect: pin }
      : { id: 'pin', label: 'Keep for good', icon: <Pin />, onSelect: pin },
    ...(isLive
      ? []
      : ([
          'separator',
          { id: 'back', label: 'Roll back', icon: <RotateCcw />, onSelect: () => open('roll-back') },
        ] as const)),
  ]
}
