import { SearchX } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Import, type ImportItem, importsApi } from '#workers/imports/imports.contract.ts'
import { usePages } from '../../data/pages.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import type { Choice } from '../../ui/field.tsx'
import { FilterMenu } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Empty } from '../../ui/states.tsx'
import { kindLabel } from './reconciliation.tsx'

type Outcome = ImportItem['outcome']

const looks: Record<Outcome, StatusLook> = {
  imported: { label: 'Imported', tone: 'success' },
  merged: { label: 'Already here', tone: 'brand' },
  skipped: { label: 'Skipped', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'danger' },
}
const outcomeChoices: readonly Choice<Outcome>[] = [
  { value: 'failed', label: looks.failed.label },
  { value: 'skipped', label: looks.skipped.label },
  { value: 'merged', label: looks.merged.label },
  { value: 'imported', label: looks.imported.label },
]

const columns: Column<ImportItem>[] = [
  { id: 'title', head: 'Item', cell: ({ title }) => <b class="font-medium">{title || 'Untitled'}</b> },
  { id: 'kind', head: 'Kind', width: '116px', cell: ({ kind }) => <span class="text-fg-2">{kind}</span> },
  {
    id: 'outcome',
    head: 'Outcome',
    width: '132px',
    cell: ({ outcome }) => <StatusBadge status={outcome} looks={looks} />,
  },
  {
    id: 'reason',
    head: 'Why',
    cell: ({ reason }) => (
      <span class="text-fg-2" title={reason}>
        {reason}
      </span>
    ),
  },
  { id: 'link', head: 'Where', width: '148px', cell: (item) => <ItemLinks item={item} /> },
]

function ItemLinks({ item: { link, sourceUrl } }: { item: ImportItem }) {
  return (
    <span class="flex gap-3 text-12">
      {link && <ExternalLink href={link}>New</ExternalLink>}
      {sourceUrl && <ExternalLink href={sourceUrl}>Old</ExternalLink>}
    </span>
  )
}

export function ImportItems({ target }: { target: Import }) {
  const [outcome, setOutcome] = useState<Outcome | undefined>()
  const [kind, setKind] = useState<string | undefined>()
  const pages = usePages(importsApi.items, {
    params: { id: target.id },
    query: { ...(outcome && { outcome }), ...(kind && { kind }) },
  })
  const kinds = target.tallies.map((tally) => ({ value: tally.kind, label: kindLabel(tally.kind) }))

  return (
    <section class="card overflow-hidden" aria-labelledby="import-items">
      <div class="card-head">
        <h2 id="import-items" class="flex-1">
          Items
        </h2>
        <FilterMenu label="Kind" anyLabel="Any kind" value={kind} options={kinds} onChange={setKind} />
        <FilterMenu
          label="Outcome"
          anyLabel="Any outcome"
          value={outcome}
          options={outcomeChoices}
          onChange={setOutcome}
        />
      </div>
      <Grid
        label="Items of the import"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ title }) => title}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          <Empty icon={<SearchX />} title="No such items">
            Nothing of this kind had this outcome.
          </Empty>
        }
      />
    </section>
  )
}
