import { Columns2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { DocumentChange, SiteChanges } from '#workers/sites/snapshots.contract.ts'
import type { Resource } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { isSameSite, partWords, sharedWords } from './change-words.ts'

/** The canvas comes with all blocks: only who looks at a page waits for it. */
const loadVersions = async () => (await import('./page-versions.tsx')).PageVersions

const kinds = { added: 'Added', changed: 'Changed', removed: 'Removed' } as const
const tones = { added: 'success', changed: 'warning', removed: 'danger' } as const
const FIRST = 12

interface ListProps {
  changes: SiteChanges
  onLook: (change: DocumentChange) => void
}

/** What differs between two versions: pages, posts, and what they share. */
function ChangedThings({ changes, onLook }: ListProps) {
  const [isWhole, setWhole] = useState(false)
  const { documents, more } = changes
  const shown = isWhole ? documents : documents.slice(0, FIRST)
  return (
    <ul class="grid gap-px" aria-label="What is different">
      {shown.map((change) => (
        <li key={change.path} class="flex min-h-9 items-center gap-2 py-1">
          <span class="w-19 flex-none">
            <Badge tone={tones[change.change]}>{kinds[change.change]}</Badge>
          </span>
          <span class="min-w-0 flex-1">
            <span class="block truncate">
              {change.title} <span class="code text-fg-3">{change.path}</span>
            </span>
            {change.parts.length > 0 && <span class="block text-12 text-fg-3">{partWords(change)}</span>}
          </span>
          {change.kind === 'page' ? (
            <Button size="sm" icon={<Columns2 />} onClick={() => onLook(change)}>
              Look
            </Button>
          ) : (
            <span class="text-12 text-fg-3">Post</span>
          )}
        </li>
      ))}
      {documents.length > shown.length && (
        <li>
          <Button size="sm" onClick={() => setWhole(true)}>
            Show {documents.length - shown.length} more
          </Button>
        </li>
      )}
      {isWhole && more > 0 && <li class="text-fg-3">and {more} more</li>}
      {sharedWords(changes).map((words) => (
        <li key={words} class="flex min-h-9 items-center gap-2">
          <span class="w-19 flex-none">
            <Badge>Website</Badge>
          </span>
          {words}
        </li>
      ))}
    </ul>
  )
}

interface LookedAt {
  websiteId: string
  changes: SiteChanges
  page: DocumentChange
  /** Whether the newer version has been published. */
  isPublished: boolean
  onBack: () => void
}

/** A page in both versions, on the real canvas. */
export function PageLook({ websiteId, changes, page, isPublished, onBack }: LookedAt) {
  const { from, to } = changes
  const pair = { ...(from ? { from } : {}), ...(isPublished ? { to } : {}) }
  return (
    <>
      <p class="flex items-center gap-3 pb-3">
        <Button size="sm" onClick={onBack}>
          Back to the list
        </Button>
        <b class="min-w-0 truncate font-medium">{page.title}</b>
        <span class="code text-fg-3">{page.path}</span>
      </p>
      <OnDemand load={loadVersions} props={{ websiteId, path: page.path, pair }} onFail={onBack} />
    </>
  )
}

interface SummaryProps {
  changes: Resource<SiteChanges>
  onLook: (change: DocumentChange) => void
  /** What is said where nothing differs. */
  nothing: string
}

export function ChangeSummary({ changes: { data, problem, reload }, onLook, nothing }: SummaryProps) {
  if (!data) return problem ? <Failed problem={problem} onRetry={reload} /> : <SkeletonLines lines={4} />
  if (isSameSite(data)) return <p class="text-fg-2">{nothing}</p>
  return <ChangedThings changes={data} onLook={onLook} />
}
