import { CornerDownRight, Pencil, Plus, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Redirect, redirectsApi } from '#workers/sites/redirects.contract.ts'
import { API_BASE, call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton, LinkButton } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { count } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { EditRedirect } from './edit-redirect.tsx'
import { ImportRedirects } from './import-redirects.tsx'
import { MissingPages } from './missing-pages.tsx'
import { TryRedirects } from './try-redirects.tsx'
import type { WebsiteProps } from './website.tsx'

const columns: Column<Redirect>[] = [
  { id: 'from', head: 'From', cell: ({ from }) => <b class="code font-medium break-all">{from}</b> },
  {
    id: 'to',
    head: 'To',
    cell: ({ to, status, leadsOn }) => (
      <span class="flex flex-wrap items-center gap-2">
        {status === 410 ? <span class="text-fg-3">Gone</span> : <span class="code break-all">{to}</span>}
        {leadsOn && (
          <Badge tone="warning">
            <CornerDownRight size={12} /> on to {leadsOn}
          </Badge>
        )}
      </span>
    ),
  },
  { id: 'status', head: 'Answer', width: '84px', cell: ({ status }) => <span class="num">{status}</span> },
  {
    id: 'hits',
    head: 'Followed',
    width: '96px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ hits }) => <span class="num text-fg-2">{count(hits)}</span>,
  },
]

export function WebsiteRedirects({ website, reload }: WebsiteProps) {
  const may = useMay()
  const [search, setSearch] = useState('')
  const [editing, setEditing] = useState<Partial<Redirect> | undefined>()
  const [isImporting, setImporting] = useState(false)
  const params = { websiteId: website.id }
  const pages = usePages(redirectsApi.list, { params, query: { ...(search && { search }) } })

  const settle = async () => {
    await Promise.all([pages.reload(), reload()])
    invalidate(`/websites/${website.id}/missing-pages`, `/websites/${website.id}/redirects`)
  }
  const remove = async ({ id, from, to, status }: Redirect) => {
    try {
      await call(redirectsApi.remove, { params: { id } })
      await settle()
      const undo = async () => {
        // safe: it was a redirect a moment ago
        await call(redirectsApi.create, { params, body: { from, to, status: status as 301 } })
        await settle()
      }
      toast({ title: `${from} is redirected no more`, action: { label: 'Undo', run: undo } })
    } catch (thrown) {
      toastProblem(thrown, 'The redirect was not removed')
    }
  }
  const actions: Column<Redirect> = {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '92px',
    isRight: true,
    cell: (redirect) => (
      <span class="flex justify-end gap-1">
        <IconButton label={`Change ${redirect.from}`} onClick={() => setEditing(redirect)}>
          <Pencil />
        </IconButton>
        <IconButton label={`Remove ${redirect.from}`} onClick={() => remove(redirect)}>
          <Trash2 />
        </IconButton>
      </span>
    ),
  }

  const mayWrite = may('sites:write')
  return (
    <div class="grid gap-4">
      <div class="flex flex-wrap items-center gap-2">
        <SearchField
          label="Find a redirect"
          placeholder="Find an address"
          value={search}
          onChange={setSearch}
        />
        <span class="flex-1" />
        <LinkButton href={`${API_BASE}/websites/${website.id}/redirects.csv`} download>
          Export CSV
        </LinkButton>
        {mayWrite && <Button onClick={() => setImporting(true)}>Import CSV</Button>}
        {mayWrite && (
          <Button look="primary" icon={<Plus />} onClick={() => setEditing({})}>
            Add redirect
          </Button>
        )}
      </div>
      <div class="card overflow-hidden">
        <Grid
          label="Redirects"
          columns={mayWrite ? [...columns, actions] : columns}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ from }) => from}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={
            <Empty icon={<CornerDownRight />} title={search ? 'Nothing found' : 'No redirects'}>
              {search
                ? 'No redirect has this in its addresses.'
                : 'When a page moves, lead its old address to the new one: links and search results go on working.'}
            </Empty>
          }
        />
      </div>
      <MissingPages website={website} onRedirect={setEditing} />
      <TryRedirects website={website} />
      {editing && (
        <EditRedirect
          website={website}
          redirect={editing}
          onDone={settle}
          onClose={() => setEditing(undefined)}
        />
      )}
      {isImporting && (
        <ImportRedirects website={website} onDone={settle} onClose={() => setImporting(false)} />
      )}
    </div>
  )
}
