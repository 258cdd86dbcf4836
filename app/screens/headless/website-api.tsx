import { KeyRound, Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type PreviewToken, previewTokensApi } from '#workers/headless/preview-tokens.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { WebsiteProps } from '../sites/website.tsx'
import { ApiSnippets } from './api-snippets.tsx'
import { NewToken } from './new-token.tsx'

const columns: Column<PreviewToken>[] = [
  {
    id: 'name',
    head: 'Token',
    cell: ({ name, createdBy }) => (
      <span class="grid min-w-0">
        <b class="truncate font-medium">{name}</b>
        <span class="truncate text-12 text-fg-3">by {createdBy}</span>
      </span>
    ),
  },
  {
    id: 'opens',
    head: 'Opens',
    isHiddenOnPhone: true,
    cell: ({ collectionKeys }) => (
      <span class="truncate text-fg-2">{collectionKeys.join(', ') || 'Everything'}</span>
    ),
  },
  {
    id: 'used',
    head: 'Last used',
    width: '124px',
    isHiddenOnPhone: true,
    cell: ({ lastUsedAt }) => <span class="text-fg-3">{lastUsedAt ? <Ago at={lastUsedAt} /> : 'Never'}</span>,
  },
  {
    id: 'ends',
    head: 'Works until',
    width: '124px',
    cell: ({ expiresAt }) =>
      Date.parse(expiresAt) < Date.now() ? (
        <Badge>Expired</Badge>
      ) : (
        <span>{day.format(new Date(expiresAt))}</span>
      ),
  },
]
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** The website as data: where it is read, with what, and who may read what is not published. */
export function WebsiteApi({ website }: WebsiteProps) {
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<PreviewToken | undefined>()
  const mayWrite = may('sites:write')
  const pages = usePages(previewTokensApi.list, mayWrite ? { params: { id: website.id }, query: {} } : null)
  const actions: Column<PreviewToken> = {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '92px',
    isRight: true,
    cell: (token) => (
      <Button size="sm" onClick={() => setLeaving(token)} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
    ),
  }
  const revoke = async () => {
    if (!leaving) return
    await call(previewTokensApi.remove, { params: { id: website.id, tokenId: leaving.id } })
    await pages.reload()
    toast(`${leaving.name} no longer works`)
  }
  return (
    <div class="grid gap-4">
      <ApiSnippets origin={website.url.replace(/\/$/, '')} websiteId={website.id} />
      {mayWrite && (
        <section class="card overflow-hidden" aria-labelledby="preview-tokens">
          <div class="flex flex-wrap items-center gap-3 border-b border-line p-4">
            <div class="min-w-0 flex-1 basis-60">
              <h2 id="preview-tokens" class="text-14 font-semibold">
                Preview tokens
              </h2>
              <p class="text-fg-2">Whoever holds one reads drafts and private collections until it ends.</p>
            </div>
            <Button icon={<Plus />} onClick={() => setAdding(true)}>
              New token
            </Button>
          </div>
          <Grid
            label="Preview tokens"
            columns={[...columns, actions]}
            rows={pages.items}
            problem={pages.problem}
            onRetry={pages.reload}
            nameOf={({ name }) => name}
            more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
            empty={
              <Empty icon={<KeyRound />} title="No preview tokens">
                What is published is read without one. Make one to see drafts in a frontend of your own.
              </Empty>
            }
          />
        </section>
      )}
      {isAdding && <NewToken website={website} onMade={pages.reload} onClose={() => setAdding(false)} />}
      {leaving && (
        <ConfirmDialog
          title={`Revoke ${leaving.name}?`}
          confirmLabel="Revoke"
          onConfirm={revoke}
          onClose={() => setLeaving(undefined)}
        >
          <p>Programs that use this token no longer read drafts, from now on. It cannot be brought back.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
