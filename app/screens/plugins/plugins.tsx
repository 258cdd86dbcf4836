import { Plus, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type AgencyPlugin, agencyPluginsApi } from '#workers/plugins/plugins.contract.ts'
import { call } from '../../api.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Switch } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { PluginFace } from './plugin-face.tsx'
import { PluginReview } from './plugin-review.tsx'
import { SubmitPlugin } from './submit-plugin.tsx'

export const prefetch = () => load(agencyPluginsApi.list, {})

type Asking = { about: 'submission' } | { about: 'review' | 'withdrawal'; plugin: AgencyPlugin }

/** What an agency decides about plugins, for the websites of all its clients. */
export function Screen() {
  usePage('Plugins')
  const plugins = useResource(agencyPluginsApi.list, {})
  const [asking, setAsking] = useState<Asking | undefined>()
  const close = () => setAsking(undefined)
  const { reload } = plugins
  const replace = (changed: AgencyPlugin) =>
    plugins.patch(({ items }) => ({
      items: items.map((each) => (each.key === changed.key ? changed : each)),
    }))
  return (
    <>
      <PageHead
        title="Plugins"
        action={
          <Button look="primary" icon={<Plus />} onClick={() => setAsking({ about: 'submission' })}>
            Add a plugin
          </Button>
        }
      />
      <div class="page">
        <h2 class="sr-only">What your websites may have</h2>
        {plugins.data ? (
          <ul class="grid items-start gap-4 md:grid-cols-2">
            {plugins.data.items.map((plugin) => (
              <li key={plugin.key}>
                <AgencyCard
                  plugin={plugin}
                  onChanged={replace}
                  onAsk={(about) => setAsking({ about, plugin })}
                />
              </li>
            ))}
          </ul>
        ) : plugins.problem ? (
          <Failed problem={plugins.problem} onRetry={reload} />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </div>
      {asking?.about === 'submission' && <SubmitPlugin reload={reload} onClose={close} />}
      {asking?.about === 'review' && <PluginReview plugin={asking.plugin} reload={reload} onClose={close} />}
      {asking?.about === 'withdrawal' && (
        <Withdrawal plugin={asking.plugin} reload={reload} onClose={close} />
      )}
    </>
  )
}

interface AgencyCardProps {
  plugin: AgencyPlugin
  onChanged: (plugin: AgencyPlugin) => void
  onAsk: (about: 'review' | 'withdrawal') => void
}

function AgencyCard({ plugin, onChanged, onAsk }: AgencyCardProps) {
  const { key, name, description, status, proposal, websites, isAllowed, clientsMaySwitch, isStopped, note } =
    plugin
  const decide = async (change: Partial<Pick<AgencyPlugin, 'isAllowed' | 'clientsMaySwitch'>>) => {
    const body = { isAllowed, clientsMaySwitch, ...change }
    await call(agencyPluginsApi.decide, { params: { key }, body }).then(onChanged).catch(toastProblem)
  }
  return (
    <article class="card grid gap-3 p-4">
      <div class="flex items-center gap-2">
        <PluginFace {...plugin} />
        {status === 'waiting' && <Badge tone="warning">Waits for review</Badge>}
        {!plugin.isShipped && (
          <IconButton label={`Remove ${name}`} onClick={() => onAsk('withdrawal')}>
            <Trash2 />
          </IconButton>
        )}
      </div>
      <p class="text-pretty text-fg-2">{description}</p>
      {isStopped && (
        <Notice tone="warning">The platform has switched this plugin off for everyone. {note}</Notice>
      )}
      {(status === 'waiting' || proposal) && (
        <div>
          <Button size="sm" look="primary" onClick={() => onAsk('review')}>
            {proposal ? `Review version ${proposal.version}` : 'Review'}
          </Button>
        </div>
      )}
      {status !== 'waiting' && (
        <div class="border-line-subtle grid gap-3 border-t pt-3">
          <Switch
            label="Websites may have it"
            hint={
              websites === 0 ? 'Switched on by nobody yet' : `Switched on for ${counted(websites, 'website')}`
            }
            isOn={isAllowed}
            onChange={(next) => decide({ isAllowed: next })}
          />
          <Switch
            label="Clients may switch it themselves"
            isOn={clientsMaySwitch}
            disabled={!isAllowed}
            onChange={(next) => decide({ clientsMaySwitch: next })}
          />
        </div>
      )}
    </article>
  )
}

interface WithdrawalProps {
  plugin: AgencyPlugin
  reload: () => Promise<void>
  onClose: () => void
}

function Withdrawal({ plugin: { key, name, websites }, reload, onClose }: WithdrawalProps) {
  const confirm = async () => {
    await call(agencyPluginsApi.withdraw, { params: { key } })
    await reload()
    toast(`${name} is removed`)
  }
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirmLabel="Remove"
      typeToConfirm={name}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        {websites > 0 && `${counted(websites, 'website')} lose its blocks with the next publish. `}What its
        collections hold stays.
      </p>
    </ConfirmDialog>
  )
}
