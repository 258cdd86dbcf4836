import { useEffect, useRef, useState } from 'preact/hooks'
import type { Run } from '#workers/runs/runs.contract.ts'
import { runsApi } from '#workers/runs/runs.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { isOver, useRun } from '../../data/runs.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { RunCard } from '../runs/run-card.tsx'
import type { VersionWords } from './version-words.tsx'

export interface Publishing {
  websiteId: string
  run: Run | undefined
  isGoing: boolean
  /** Whether what a publish would bring is being looked at. */
  isAsking: boolean
  setAsking: (isAsking: boolean) => void
  start: (words?: VersionWords) => Promise<void>
  retry: (step: string) => Promise<void>
}

/** Publishing a website and following it, also one that was begun before this page was opened. */
export function usePublishing(websiteId: string, reload: () => Promise<void>): Publishing {
  const [started, setStarted] = useState<string | undefined>()
  const [isStarting, setStarting] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const announced = useRef<string | undefined>(undefined)
  const underWay = useResource(runsApi.list, { query: { subjectId: websiteId, status: 'running', limit: 1 } })
  const { run, retry } = useRun(started ?? underWay.data?.items[0]?.id)

  // Each run is announced once, when it ends.
  useEffect(() => {
    if (!run || !isOver(run) || announced.current === run.id) return
    announced.current = run.id
    reload()
    invalidate(`/websites/${websiteId}`, '/websites', '/overview')
    if (run.status === 'done') toast('Published')
  }, [run])

  const start = async (words?: VersionWords) => {
    setStarting(true)
    try {
      const { runId } = await call(websitesApi.publish, {
        params: { id: websiteId },
        query: { ...(words?.name && { name: words.name }), ...(words?.note && { note: words.note }) },
        idempotencyKey: crypto.randomUUID(),
      })
      setStarted(runId)
    } catch (thrown) {
      toastProblem(thrown, 'The website was not published')
    }
    setStarting(false)
  }

  const isGoing = isStarting || (run !== undefined && !isOver(run))
  return { websiteId, run, isGoing, isAsking, setAsking, start, retry }
}

const loadDialog = async () => (await import('./publish-dialog.tsx')).PublishDialog

/** What a publish would bring, then the publication as it goes; gone once it has worked. */
export function PublishingRun({ publishing }: { publishing: Publishing }) {
  const may = useMay()
  const { websiteId, run, retry, isAsking, setAsking, start } = publishing
  const close = () => setAsking(false)
  return (
    <>
      {isAsking && (
        <OnDemand load={loadDialog} props={{ websiteId, onPublish: start, onClose: close }} onFail={close} />
      )}
      {run && run.status !== 'done' && (
        <div class="mb-4">
          <RunCard run={run} {...(may('sites:write') && { onRetry: retry })} />
        </div>
      )}
    </>
  )
}
