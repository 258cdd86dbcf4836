import { useEffect, useState } from 'preact/hooks'
import { type Run, runEventsPath, runsApi } from '#workers/runs/runs.contract.ts'
import { API_BASE, call } from '../api.ts'
import { Problem } from '../problem.ts'

const POLL_MS = 2_000
/** Server-sent events are given this long to bring the first word before polling takes over. */
const SILENCE_MS = 6_000

export interface FollowedRun {
  run: Run | undefined
  problem: Problem | undefined
  retry: (step: string) => Promise<void>
}

/** Long work as it happens: by server-sent events, or by asking every two seconds where those do not get through. */
export function useRun(id: string | null | undefined): FollowedRun {
  const [run, setRun] = useState<Run | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const [attempt, setAttempt] = useState(0)

  // A new attempt follows the same run again.
  useEffect(() => {
    if (!id) return
    setProblem(undefined)
    return followRun(id, setRun, setProblem)
  }, [id, attempt])

  const retry = async (step: string) => {
    if (!id) return
    setRun(await call(runsApi.retryStep, { params: { id, step } }))
    setAttempt((count) => count + 1)
  }
  return { run: run?.id === id ? run : undefined, problem, retry }
}

export function isOver(run: Pick<Run, 'status'>): boolean {
  return run.status === 'done' || run.status === 'failed'
}

/** Follows a run until it has ended or the returned function is called. */
export function followRun(
  id: string,
  show: (run: Run) => void,
  fail: (problem: Problem) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasStopped = false
  const events = new EventSource(API_BASE + runEventsPath(id))

  const stop = () => {
    hasStopped = true
    clearTimeout(timer)
    events.close()
  }
  const receive = (run: Run) => {
    if (hasStopped) return
    show(run)
    if (isOver(run)) stop()
  }
  const poll = async () => {
    events.close()
    try {
      receive(await call(runsApi.get, { params: { id } }))
    } catch (thrown) {
      const problem = Problem.of(thrown)
      if (problem.code !== 'offline') {
        if (!hasStopped) fail(problem)
        return stop()
      }
    }
    if (!hasStopped) timer = setTimeout(poll, POLL_MS)
  }

  events.addEventListener('run', ({ data }) => {
    clearTimeout(timer)
    // safe: the contract says the event's data is a Run as JSON
    receive(JSON.parse(data) as Run)
  })
  events.addEventListener('error', () => {
    if (!hasStopped && events.readyState === EventSource.CLOSED) poll()
  })
  timer = setTimeout(poll, SILENCE_MS)
  return stop
}
