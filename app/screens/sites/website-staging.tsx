import { ArrowUpRight, CloudUpload, EllipsisVertical, KeyRound, PowerOff } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { Run } from '#workers/runs/runs.contract.ts'
import { accessApi } from '#workers/sites/access.contract.ts'
import { type Website, websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate } from '../../data/resources.ts'
import { isOver, useRun } from '../../data/runs.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { openWithPass } from './open-with-pass.ts'
import { StagingPassword } from './staging-password.tsx'
import type { WebsiteProps } from './website.tsx'

interface StagingProps extends WebsiteProps {
  /** Reads the list of versions anew. */
  onVersions: () => Promise<void>
}

const whatFailed = ({ steps }: Run): string =>
  steps.find(({ status }) => status === 'failed')?.message ?? 'Try it again.'

/** A place to look at everything before visitors do, and the way from there to them. */
export function WebsiteStaging({ website, reload, onVersions }: StagingProps) {
  const may = useMay()
  const [runId, setRunId] = useState<string | undefined>()
  const [dialog, setDialog] = useState<Opened | undefined>()
  const { run } = useRun(runId)
  const params = { id: website.id }
  const { staging } = website
  const isGoing = runId !== undefined

  const settle = async (words: string) => {
    await Promise.all([reload(), onVersions()])
    invalidate('/websites', '/overview')
    toast(words)
  }
  const stage = async () => {
    try {
      const started = await call(accessApi.stage, { params, idempotencyKey: crypto.randomUUID() })
      setRunId(started.runId)
    } catch (thrown) {
      toastProblem(thrown, 'Nothing was published to staging')
    }
  }
  useEffect(() => {
    if (!run || !isOver(run)) return
    setRunId(undefined)
    if (run.status === 'done') void settle('Staging is up to date')
    else toast({ title: 'Nothing was published to staging', body: whatFailed(run) })
  }, [run])
  const makeLive = async () => {
    if (!staging) return
    await call(websitesApi.rollBack, { params, body: { snapshotId: staging.snapshotId } })
    await settle('What was on staging is live')
  }
  const takeDown = async () => {
    try {
      await call(accessApi.unstage, { params })
      await settle('Staging is taken down')
    } catch (thrown) {
      toastProblem(thrown, 'Staging is still up')
    }
  }

  return (
    <Card
      title="Staging"
      {...(may('sites:publish') && {
        actions: (
          <Button size="sm" icon={<CloudUpload />} isBusy={isGoing} onClick={stage}>
            Publish to staging
          </Button>
        ),
      })}
    >
      {staging ? (
        <Staged
          {...{ website, url: staging.url }}
          isLive={staging.snapshotId === website.snapshotId}
          onOpen={setDialog}
          onTakeDown={takeDown}
        />
      ) : (
        <p class="text-fg-2">
          Publish to staging to look at everything at an address of its own. Only people of this dashboard are
          let in, and visitors see nothing of it.
        </p>
      )}
      {dialog === 'live' && (
        <ConfirmDialog
          title="Make staging live?"
          confirmLabel="Make it live"
          isHarmless
          onConfirm={makeLive}
          onClose={() => setDialog(undefined)}
        >
          <p>Visitors see exactly what is on staging now, at once.</p>
        </ConfirmDialog>
      )}
      {dialog === 'password' && (
        <StagingPassword websiteId={website.id} onClose={() => setDialog(undefined)} />
      )}
    </Card>
  )
}

type Opened = 'live' | 'password'

interface StagedProps {
  website: Website
  url: string
  isLive: boolean
  onOpen: (dialog: Opened) => void
  onTakeDown: () => void
}

function Staged({ website, url, isLive, onOpen, onTakeDown }: StagedProps) {
  const may = useMay()
  return (
    <div class="flex flex-wrap items-center gap-2">
      <span class="min-w-0 flex-1 truncate text-fg-2">{new URL(url).host}</span>
      <Button size="sm" icon={<ArrowUpRight />} onClick={() => openWithPass(website.id, 'staging')}>
        Open staging
      </Button>
      {may('sites:publish') && !isLive && (
        <Button size="sm" onClick={() => onOpen('live')}>
          Make staging live
        </Button>
      )}
      {may('sites:publish') && (
        <Menu
          label="More about staging"
          class="btn btn-ghost btn-icon"
          align="end"
          items={[
            {
              ...{ id: 'password', label: 'Password for guests', icon: <KeyRound /> },
              onSelect: () => onOpen('password'),
            },
            'separator',
            { id: 'down', label: 'Take down', icon: <PowerOff />, tone: 'danger', onSelect: onTakeDown },
          ]}
        >
          <EllipsisVertical />
        </Menu>
      )}
    </div>
  )
}
