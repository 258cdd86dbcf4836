import { CircleCheck, RotateCw, Scale } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Import, importsApi, type Tally } from '#workers/imports/imports.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { count } from '../../ui/numbers.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'

const outcomes = ['imported', 'merged', 'skipped', 'failed'] as const
const heads = { imported: 'Imported', merged: 'Already here', skipped: 'Skipped', failed: 'Failed' }

interface ReconciliationProps {
  target: Import
  onChange: () => Promise<void>
}

/** Every item of the source against what became of it. */
export function Reconciliation({ target, onChange }: ReconciliationProps) {
  const may = useMay()
  const lost = target.tallies.find(({ kind }) => kind === 'attachment')?.failed ?? 0
  return (
    <Card
      title="What became of it"
      isFlush
      actions={
        <>
          {lost > 0 && target.status === 'done' && may('sites:write') && (
            <RetryAttachments target={target} onChange={onChange} />
          )}
          <BalanceBadge target={target} />
        </>
      }
    >
      <ScrollBox label="What became of it, in numbers">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col" class="r">
                In the file
              </th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col" class="r">
                  {heads[outcome]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {target.tallies.map((tally) => (
              <TallyRow key={tally.kind} tally={tally} />
            ))}
          </tbody>
          <tfoot>
            <TallyRow tally={sumOf(target.tallies)} isSum />
          </tfoot>
        </table>
      </ScrollBox>
    </Card>
  )
}

function TallyRow({ tally, isSum = false }: { tally: Tally; isSum?: boolean }) {
  return (
    <tr class={isSum ? '[&>*]:border-t! [&>*]:border-line! font-semibold' : ''}>
      <th
        scope="row"
        class={cx('h-(--row-h)! border-line-subtle! text-13! text-fg!', isSum && 'font-semibold!')}
      >
        {isSum ? 'Together' : kindLabel(tally.kind)}
      </th>
      <td class="r num">{count(tally.source)}</td>
      {outcomes.map((outcome) => (
        <td
          key={outcome}
          class={cx(
            'r num',
            tally[outcome] === 0 && 'text-fg-3',
            outcome === 'failed' && tally[outcome] > 0 && 'text-danger-fg',
          )}
        >
          {count(tally[outcome])}
        </td>
      ))}
    </tr>
  )
}

function BalanceBadge({ target }: { target: Import }) {
  if (target.status === 'running') return <Badge tone="brand">Counting</Badge>
  return target.balances ? (
    <Badge tone="success">
      <CircleCheck size={13} />
      Every item accounted for
    </Badge>
  ) : (
    <Badge tone="warning">
      <Scale size={13} />
      Does not add up yet
    </Badge>
  )
}

function RetryAttachments({ target, onChange }: ReconciliationProps) {
  const [isBusy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    try {
      await call(importsApi.retryAttachments, { params: { id: target.id } })
      await onChange()
      toast('Fetching the missing attachments once more')
    } catch (thrown) {
      toastProblem(thrown)
    }
    setBusy(false)
  }
  return (
    <Button size="sm" icon={<RotateCw />} isBusy={isBusy} onClick={retry}>
      Retry attachments
    </Button>
  )
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum: Tally = { kind: '', source: 0, imported: 0, merged: 0, skipped: 0, failed: 0 }
  for (const tally of tallies) {
    sum.source += tally.source
    for (const outcome of outcomes) sum[outcome] += tally[outcome]
  }
  return sum
}

/** `menu item` becomes `Menu items`, `category` becomes `Categories`. */
export function kindLabel(kind: string): string {
  const plural = kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : kind.endsWith('s') ? kind : `${kind}s`
  return plural.charAt(0).toUpperCase() + plural.slice(1).replaceAll('_', ' ')
}
