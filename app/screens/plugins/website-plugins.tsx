import { Ellipsis, FilePlus2, Settings2, Trash2, Unplug } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { describeEvents } from '#workers/plugins/manifest.contract.ts'
import { type SitePlugin, sitePluginsApi } from '#workers/plugins/plugins.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { PluginFace } from './plugin-face.tsx'
import { PluginSettings } from './plugin-settings.tsx'

type Asking = { plugin: SitePlugin; about: 'settings' | 'removal' | 'purge' }

/** The plugins a website may have. */
export function WebsitePlugins({ websiteId }: { websiteId: string }) {
  const plugins = useResource(sitePluginsApi.list, { params: { id: websiteId } })
  const [asking, setAsking] = useState<Asking | undefined>()
  if (!plugins.data)
    return plugins.problem ? (
      <Failed problem={plugins.problem} onRetry={plugins.reload} />
    ) : (
      <SkeletonLines lines={6} />
    )

  const replace = (changed: SitePlugin) => {
    plugins.patch(({ items }) => ({
      items: items.map((each) => (each.key === changed.key ? changed : each)),
    }))
    invalidate(`/websites/${websiteId}/canvas`, `/websites/${websiteId}/collections`)
  }
  return (
    <>
      <h2 class="sr-only">What this website may have</h2>
      <ul class="grid items-start gap-4 md:grid-cols-2">
        {plugins.data.items.map((plugin) => (
          <li key={plugin.key}>
            <PluginCard
              {...{ websiteId, plugin }}
              onChanged={replace}
              onAsk={(about) => setAsking({ plugin, about })}
              reload={plugins.reload}
            />
          </li>
        ))}
      </ul>
      {asking?.about === 'settings' && (
        <PluginSettings
          {...{ websiteId, plugin: asking.plugin }}
          onSaved={replace}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking && asking.about !== 'settings' && (
        <Removal {...{ websiteId, ...asking }} reload={plugins.reload} onClose={() => setAsking(undefined)} />
      )}
    </>
  )
}

interface PluginCardProps {
  websiteId: string
  plugin: SitePlugin
  onChanged: (plugin: SitePlugin) => void
  onAsk: (about: Asking['about']) => void
  reload: () => Promise<void>
}

function PluginCard({ websiteId, plugin, onChanged, onAsk, reload }: PluginCardProps) {
  const may = useMay()
  const [isBusy, setBusy] = useState(false)
  const { key, name, isActive, lock, description, problem } = plugin
  const maySwitch = lock === 'none' && may('sites:write')
  const params = { id: websiteId, key }

  const work = async (task: () => Promise<void>) => {
    setBusy(true)
    await task().catch(toastProblem)
    setBusy(false)
  }
  const turn = (next: boolean) =>
    work(async () => {
      onChanged(await call(sitePluginsApi.change, { params, body: { isActive: next } }))
      toast(next ? `${name} is on` : `${name} is off. Publish, and visitors no longer see its blocks.`)
    })
  const addPages = () =>
    work(async () => {
      const { pageIds } = await call(sitePluginsApi.addPage, { params })
      invalidate(`/websites/${websiteId}`)
      await reload()
      toast(`${counted(pageIds.length, 'page')} added as a draft`)
    })

  return (
    <article class="card grid gap-3 p-4">
      <div class="flex items-center gap-2">
        <PluginFace {...plugin} />
        {maySwitch && <PluginMenu plugin={plugin} onAsk={onAsk} onAddPages={addPages} />}
      </div>
      <p class="text-pretty text-fg-2">{description}</p>
      {plugin.events.length > 0 && (
        <p class="text-12 text-fg-3">Its code is told when {describeEvents(plugin.events)}.</p>
      )}
      {problem && <Notice tone="warning">Its block is missing on the website. {problem}</Notice>}
      {lock !== 'none' && <p class="text-12 text-fg-3">{lockWords(plugin)}</p>}
      <div class="border-line-subtle border-t pt-3">
        <Switch
          label={isActive ? `${name} is on` : `${name} is off`}
          isOn={isActive}
          disabled={!maySwitch || isBusy}
          onChange={turn}
        />
      </div>
      {isActive && maySwitch && Object.keys(plugin.configSchema.properties).length > 0 && (
        <div>
          <Button size="sm" icon={<Settings2 />} onClick={() => onAsk('settings')}>
            Settings
          </Button>
        </div>
      )}
    </article>
  )
}

interface PluginMenuProps {
  plugin: SitePlugin
  onAsk: (about: Asking['about']) => void
  onAddPages: () => void
}

function PluginMenu({ plugin, onAsk, onAddPages }: PluginMenuProps) {
  const { name, isActive, pages, keptEntries, collections } = plugin
  const missing = pages.filter(({ isThere }) => !isThere)
  const hasMade = !isActive && collections.some(({ isThere }) => isThere)
  const items: MenuEntry[] = [
    ...(isActive && missing.length > 0
      ? [
          {
            id: 'pages',
            label: `Add the page “${missing[0]?.title}”`,
            icon: <FilePlus2 />,
            onSelect: onAddPages,
          },
        ]
      : []),
    ...(isActive
      ? [
          {
            id: 'removal',
            label: 'Uninstall',
            icon: <Unplug />,
            tone: 'danger' as const,
            onSelect: () => onAsk('removal'),
          },
        ]
      : []),
    ...(hasMade
      ? [
          {
            ...{ id: 'purge', icon: <Trash2 />, tone: 'danger' as const, onSelect: () => onAsk('purge') },
            label:
              keptEntries > 0
                ? `Delete its ${counted(keptEntries, 'entry', 'entries')}`
                : 'Delete its collections',
          },
        ]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <Menu items={items} label={`More for ${name}`} class="btn btn-ghost btn-sm btn-icon" align="end">
      <Ellipsis />
    </Menu>
  )
}

function lockWords({ lock, note }: SitePlugin): string {
  if (lock === 'platform') return `The platform has switched this plugin off. ${note}`.trim()
  return lock === 'agency'
    ? 'Your agency does not offer this plugin.'
    : 'Your agency looks after this plugin. Ask it to make the change.'
}

interface RemovalProps extends Asking {
  websiteId: string
  reload: () => Promise<void>
  onClose: () => void
}

function Removal({ websiteId, plugin, about, reload, onClose }: RemovalProps) {
  const { key, name, keptEntries } = plugin
  const isPurge = about === 'purge'
  const confirm = async () => {
    const endpoint = isPurge ? sitePluginsApi.purge : sitePluginsApi.remove
    await call(endpoint, { params: { id: websiteId, key } })
    invalidate(`/websites/${websiteId}/canvas`, `/websites/${websiteId}/collections`)
    await reload()
    toast(isPurge ? `What ${name} held is deleted` : `${name} is uninstalled`)
  }
  return (
    <ConfirmDialog
      title={isPurge ? `Delete what ${name} holds?` : `Uninstall ${name}?`}
      confirmLabel={isPurge ? 'Delete for good' : 'Uninstall'}
      typeToConfirm={name}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isPurge ? (
        <p>
          {counted(keptEntries, 'entry', 'entries')} and the collections it made are deleted for good. Nothing
          brings them back.
        </p>
      ) : (
        <p>
          Its settings are forgotten. Its blocks keep their place in the builder, and visitors no longer see
          them after the next publish. What its collections hold stays.
        </p>
      )}
    </ConfirmDialog>
  )
}
