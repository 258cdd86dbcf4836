import { useState } from 'preact/hooks'
import { type PlatformPlugin, platformPluginsApi } from '#workers/plugins/plugins.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Switch } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { counted } from '../../ui/numbers.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { PluginFace } from './plugin-face.tsx'

export const prefetch = () => load(platformPluginsApi.list, {})

/** Every plugin on the platform, and the switch that holds for every agency. */
export function Screen() {
  usePage('Plugins')
  const plugins = useResource(platformPluginsApi.list, {})
  const [stopping, setStopping] = useState<PlatformPlugin | undefined>()
  const decide = async ({ key }: PlatformPlugin, isAllowed: boolean, note: string) => {
    const changed = await call(platformPluginsApi.decide, { params: { key }, body: { isAllowed, note } })
    plugins.patch(({ items }) => ({ items: items.map((each) => (each.key === key ? changed : each)) }))
    toast(isAllowed ? `${changed.name} is back on` : `${changed.name} is off for every agency`)
  }
  return (
    <>
      <PageHead title="Plugins" />
      <div class="page">
        <h2 class="sr-only">Every plugin on the platform</h2>
        {plugins.data ? (
          <ul class="grid items-start gap-4 md:grid-cols-2">
            {plugins.data.items.map((plugin) => (
              <li key={plugin.key}>
                <PlatformCard
                  plugin={plugin}
                  onTurn={(next) =>
                    next ? decide(plugin, true, '').catch(toastProblem) : setStopping(plugin)
                  }
                />
              </li>
            ))}
          </ul>
        ) : plugins.problem ? (
          <Failed problem={plugins.problem} onRetry={plugins.reload} />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </div>
      {stopping && (
        <Stopping
          plugin={stopping}
          onConfirm={(note) => decide(stopping, false, note)}
          onClose={() => setStopping(undefined)}
        />
      )}
    </>
  )
}

interface PlatformCardProps {
  plugin: PlatformPlugin
  onTurn: (isOn: boolean) => void
}

function PlatformCard({ plugin, onTurn }: PlatformCardProps) {
  const may = useMay()
  const { description, isShipped, agencies, isAllowed, note } = plugin
  return (
    <article class="card grid gap-3 p-4">
      <PluginFace {...plugin} />
      <p class="text-pretty text-fg-2">{description}</p>
      <p class="text-12 text-fg-3">
        {isShipped
          ? 'Comes with the product.'
          : `Given to ${agencies.slice(0, 5).join(', ')}${moreThan(agencies)}.`}
      </p>
      <div class="border-line-subtle border-t pt-3">
        <Switch
          label={isAllowed ? 'Agencies may use it' : 'Off for every agency'}
          isOn={isAllowed}
          disabled={!may('platform:write')}
          onChange={onTurn}
          {...(note && { hint: note })}
        />
      </div>
    </article>
  )
}

const moreThan = ({ length }: readonly string[]) =>
  length > 5 ? ` and ${counted(length - 5, 'more', 'more')}` : ''

interface StoppingProps {
  plugin: PlatformPlugin
  onConfirm: (note: string) => Promise<void>
  onClose: () => void
}

function Stopping({ plugin: { name }, onConfirm, onClose }: StoppingProps) {
  const [note, setNote] = useState('')
  return (
    <ConfirmDialog
      title={`Switch ${name} off for every agency?`}
      confirmLabel="Switch off"
      onConfirm={() => onConfirm(note)}
      onClose={onClose}
    >
      <p>
        It is off at once on every screen. Visitors no longer see its blocks from the next publish of their
        website.
      </p>
      <TextField
        name="note"
        label="Why"
        isOptional
        hint="Agencies read this."
        maxLength={300}
        value={note}
        onChange={setNote}
      />
    </ConfirmDialog>
  )
}
