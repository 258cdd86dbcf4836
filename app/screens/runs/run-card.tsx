import { useEffect, useState } from 'preact/hooks'
import type { Run } from '#workers/runs/runs.contract.ts'
import { isOver } from '../../data/runs.ts'
import { Card } from '../../ui/card.tsx'
import { RunSteps } from '../../ui/run-steps.tsx'
import { clock } from '../../ui/time.tsx'
import { RunStatusBadge } from './run-status.tsx'

interface RunCardProps {
  run: Run
  onRetry?: (step: string) => Promise<void>
}

/** Long work with its steps, its state and the time it takes. */
export function RunCard({ run, onRetry }: RunCardProps) {
  return (
    <Card
      title={run.title}
      actions={
        <>
          <span class="num text-12 text-fg-3">
            <Elapsed run={run} />
          </span>
          <RunStatusBadge status={run.status} />
        </>
      }
    >
      <RunSteps run={run} {...(onRetry && { onRetry })} />
    </Card>
  )
}

/** How long a run has taken, counting on while it goes. */
export function Elapsed({ run }: { run: Run }) {
  const [nowMs, setNowMs] = useState(Date.now())
  const isGoing = !isOver(run)
  useEffect(() => {
    if (!isGoing) return
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isGoing])
  const endMs = run.finishedAt ? Date.parse(run.finishedAt) : nowMs
  const seconds = Math.max(0, (endMs - Date.parse(run.createdAt)) / 1000)
  return <>{isGoing || seconds >= 60 ? clock(seconds) : `${seconds.toFixed(1)} s`}</>
}
