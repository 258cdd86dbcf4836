import { ArrowUpRight, CircleCheck } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { Run } from '#workers/runs/runs.contract.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { useRun } from '../../data/runs.ts'
import { LinkButton } from '../../ui/button.tsx'
import { bareAddress } from '../../ui/external-link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { Elapsed, RunCard } from '../runs/run-card.tsx'

interface OnboardingProps {
  runId: string
  clientId: string
}

/** The website of a new client being built, step by step. */
export function Onboarding({ runId, clientId }: OnboardingProps) {
  const { run, problem, retry } = useRun(runId)
  const client = useResource(clientsApi.get, { params: { id: clientId } })
  const isDone = run?.status === 'done'

  // What the run has changed is read again when it is done.
  useEffect(() => {
    if (!isDone) return
    client.reload()
    invalidate('/websites', '/overview')
  }, [isDone])

  const name = client.data?.name ?? 'your client'
  return (
    <div class="page page-narrow">
      {isDone ? (
        <Live name={name} url={client.data?.website?.url} clientId={clientId} run={run} />
      ) : (
        <>
          <h1 class="text-20 font-semibold">
            {run?.status === 'failed' ? `${name} needs your help` : `Bringing ${name} on board`}
          </h1>
          <p class="mb-4 text-fg-2">
            {run?.status === 'failed'
              ? 'One step did not work. Everything before it is safe; try that step again.'
              : 'This takes less than a minute. You may leave; it goes on without you.'}
          </p>
        </>
      )}
      <div class="mt-4">
        {problem && <Notice tone="danger">{problem.message}</Notice>}
        {run ? <RunCard run={run} onRetry={retry} /> : !problem && <SkeletonLines lines={5} />}
      </div>
    </div>
  )
}

interface LiveProps {
  name: string
  url: string | undefined
  clientId: string
  run: Run
}

function Live({ name, url, clientId, run }: LiveProps) {
  return (
    <div class="card flex flex-wrap items-center gap-4 p-5" role="status">
      <span class="grid h-11 w-11 flex-none place-items-center rounded-xl bg-success-subtle text-success-fg">
        <CircleCheck size={22} strokeWidth={1.75} />
      </span>
      <div class="min-w-0 flex-1 basis-56">
        <h1 class="truncate text-16 font-semibold">Live at {url ? bareAddress(url) : '…'}</h1>
        <p class="text-fg-2">
          {name} is on board after <Elapsed run={run} />.
        </p>
      </div>
      <LinkButton href={`/clients/${clientId}`}>Go to the client</LinkButton>
      {url && (
        <LinkButton href={url} target="_blank" look="primary" icon={<ArrowUpRight />}>
          Open site
        </LinkButton>
      )}
    </div>
  )
}
