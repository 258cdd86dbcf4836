import { useMemo, useState } from 'preact/hooks'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { type BlockChange, comparePages } from '#workers/sites/page-comparison.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { Segmented } from '../../ui/tabs.tsx'
import { outlinesOf, StillCanvas } from './still-canvas.tsx'

export type ComparisonView = 'beside' | 'over' | 'after'

export interface Version {
  label: string
  document: PageDocument
}

/** What is compared; without an `after`, the page as it is being edited. */
export interface Comparison {
  before: Version
  after?: Version
}

interface ComparisonProps {
  canvas: Canvas
  path: string
  before: Version
  after: Version
  device?: number
  initialView?: ComparisonView
  onPick?: (nodeId: string | undefined) => void
}

/** Two versions of a page on the real canvas: side by side, one laid over the other, or the newer alone. */
export function PageComparison({
  canvas,
  path,
  before,
  after,
  device,
  initialView = 'beside',
  onPick,
}: ComparisonProps) {
  const [view, setView] = useState(initialView)
  const [share, setShare] = useState(50)
  const changes = useMemo(
    () => comparePages(before.document, after.document),
    [before.document, after.document],
  )
  const together = useMemo(() => scrollTogether(), [])
  const shared = {
    canvas,
    path,
    onReady: together,
    ...(device ? { device } : {}),
    ...(onPick ? { onPick } : {}),
  }
  const drawn = [
    { ...before, outlines: outlinesOf(changes.filter(({ kind }) => kind !== 'added')), role: 'before' },
    { ...after, outlines: outlinesOf(changes.filter(({ kind }) => kind !== 'removed')), role: 'after' },
  ].slice(view === 'after' ? 1 : 0)
  return (
    <div class="comparison">
      <div class="flex flex-wrap items-center gap-3 pb-3">
        <Segmented
          label="How to compare"
          value={view}
          options={[
            { value: 'beside', label: 'Side by side' },
            { value: 'over', label: 'One over the other' },
            { value: 'after', label: after.label },
          ]}
          onChange={setView}
        />
        {view === 'over' && (
          <label class="flex min-w-0 flex-1 items-center gap-2 text-12 text-fg-3">
            <span class="max-sm:hidden">{before.label}</span>
            <input
              type="range"
              class="min-w-0 flex-1"
              aria-label={`How much of “${before.label}” is shown`}
              value={share}
              onInput={(event) => setShare(event.currentTarget.valueAsNumber)}
            />
            <span class="max-sm:hidden">{after.label}</span>
          </label>
        )}
        <Legend changes={changes} />
      </div>
      <div class="comparison-pages" data-view={view} style={{ '--share': `${share}%` }}>
        {drawn.map(({ label, document, outlines, role }) => (
          <figure key={role} class="comparison-page" data-role={role}>
            {view === 'beside' && <figcaption class="pb-1 text-12 text-fg-3">{label}</figcaption>}
            <StillCanvas {...shared} {...{ document, outlines }} title={label} />
          </figure>
        ))}
      </div>
    </div>
  )
}

const legend = { added: 'Added', changed: 'Changed', moved: 'Moved', removed: 'Removed' } as const

function Legend({ changes }: { changes: readonly BlockChange[] }) {
  // safe: the keys of the legend are the kinds of changes
  const kinds = (Object.keys(legend) as BlockChange['kind'][]).filter((kind) =>
    changes.some((change) => change.kind === kind),
  )
  if (kinds.length === 0) return <span class="text-12 text-fg-3">Nothing differs between the two.</span>
  return (
    <span class="flex flex-wrap gap-3 text-12 text-fg-2">
      {kinds.map((kind) => (
        <span key={kind} class="flex items-center gap-1.5">
          <span class="change-key" data-kind={kind} />
          {legend[kind]}
        </span>
      ))}
    </span>
  )
}

/** Windows that are scrolled as one: by the share of the way, since one page may be longer. */
function scrollTogether(): (document: Document) => void {
  const windows: Window[] = []
  let isFollowing = false
  return ({ defaultView }) => {
    if (!defaultView) return
    windows.push(defaultView)
    defaultView.addEventListener(
      'scroll',
      () => {
        if (isFollowing) return
        isFollowing = true
        for (const each of windows) if (each !== defaultView) each.scrollTo({ top: defaultView.scrollY })
        requestAnimationFrame(() => {
          isFollowing = false
        })
      },
      { passive: true },
    )
  }
}
