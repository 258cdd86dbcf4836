import { RefreshCw } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { agencyTemplatesApi, type TemplateVersion } from '#workers/templates/agency-templates.contract.ts'
import { call } from '../../api.ts'
import { useRun } from '../../data/runs.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { RunCard } from '../runs/run-card.tsx'
import { NewVersion } from './new-version.tsx'
import type { TemplateProps } from './template.tsx'
import { VersionComparison } from './version-comparison.tsx'

/** Every version there is: which one new websites begin with, and what each changed. */
export function TemplateVersions({ template, reload }: TemplateProps) {
  const [compared, setCompared] = useState<TemplateVersion | undefined>()
  const [isRenewing, setRenewing] = useState(false)
  const [started, setStarted] = useState<string | undefined>()
  const [ended, setEnded] = useState<string | undefined>()
  const { run, retry } = useRun(started)
  const isFromGit = template.source === 'git'
  const check = async () => {
    try {
      const { runId } = await call(agencyTemplatesApi.fetchAgain, { params: { id: template.id }, body: {} })
      setStarted(runId)
    } catch (thrown) {
      toastProblem(thrown, 'The repository was not looked at')
    }
  }
  if (run?.status === 'done' && ended !== run.id) {
    setEnded(run.id)
    reload()
    const told = run.steps.at(-1)?.message
    if (isFromGit && told) toast(told)
  }
  const use = async ({ number }: TemplateVersion) => {
    try {
      const body = { currentVersion: number, version: template.version }
      await call(agencyTemplatesApi.change, { params: { id: template.id }, body })
      await reload()
      toast(`New websites begin with version ${number}`)
    } catch (thrown) {
      toastProblem(thrown, 'The version was not changed')
    }
  }
  return (
    <div class="grid gap-4">
      {run && run.status !== 'done' && <RunCard run={run} onRetry={retry} />}
      <Card
        title="Versions"
        isFlush
        actions={
          template.source !== 'market' && (
            <Button size="sm" icon={<RefreshCw />} onClick={isFromGit ? check : () => setRenewing(true)}>
              {isFromGit ? 'Check for updates' : 'New version'}
            </Button>
          )
        }
      >
        {template.versions.length === 0 && <p class="p-4 text-fg-2">The first one is being made.</p>}
        <ul class="divide-y divide-line-subtle">
          {template.versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              onUse={() => use(version)}
              onCompare={() => setCompared(version)}
            />
          ))}
        </ul>
      </Card>
      {compared && (
        <VersionComparison
          templateId={template.id}
          version={compared}
          onClose={() => setCompared(undefined)}
        />
      )}
      {isRenewing && (
        <NewVersion template={template} onStarted={setStarted} onClose={() => setRenewing(false)} />
      )}
    </div>
  )
}

interface VersionRowProps {
  version: TemplateVersion
  onUse: () => void
  onCompare: () => void
}

function VersionRow({ version, onUse, onCompare }: VersionRowProps) {
  const { number, note, createdBy, createdAt, isCurrent, origin } = version
  return (
    <li class="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div class="min-w-0 flex-1 basis-52">
        <p class="flex flex-wrap items-center gap-2">
          <b class="font-medium">Version {number}</b>
          {isCurrent && <Badge tone="success">In use</Badge>}
          {origin && <span class="code text-12 text-fg-3">{origin.slice(0, 12)}</span>}
        </p>
        {note && <p class="text-pretty text-fg-2">{note}</p>}
        <p class="text-12 text-fg-3">
          {createdBy}, <Ago at={createdAt} />
        </p>
      </div>
      {number > 1 && (
        <Button size="sm" onClick={onCompare} aria-label={`What changed in version ${number}`}>
          What changed
        </Button>
      )}
      {!isCurrent && (
        <Button size="sm" onClick={onUse} aria-label={`Use version ${number}`}>
          Use this
        </Button>
      )}
    </li>
  )
}
