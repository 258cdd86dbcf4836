import {
  ArrowUpRight,
  CloudUpload,
  EllipsisVertical,
  Import,
  LayoutTemplate,
  Power,
  PowerOff,
  RefreshCw,
} from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Website, websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { TitleRow } from '../../ui/page-head.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { Publishing } from './publishing.tsx'
import { redeploy } from './redeploy.ts'
import type { WebsiteProps } from './website.tsx'
import { WebsiteStatusBadge } from './website-status.tsx'

const loadSaveTemplate = async () => (await import('../templates/save-template.tsx')).SaveTemplate

interface WebsiteHeadProps extends WebsiteProps {
  publishing: Publishing
}

export function WebsiteHead({ website, reload, publishing }: WebsiteHeadProps) {
  const may = useMay()
  const [isTakingOffline, setTakingOffline] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const params = { id: website.id }

  const settle = async (message: string) => {
    await reload()
    invalidate('/websites', '/clients', '/overview')
    toast(message)
  }
  const takeOffline = async () => {
    await call(websitesApi.unpublish, { params })
    await settle(`${website.name} is offline`)
  }
  const putOnline = async (snapshotId: string) => {
    try {
      await call(websitesApi.rollBack, { params, body: { snapshotId } })
      await settle(`${website.name} is online again`)
    } catch (thrown) {
      toastProblem(thrown, 'The website is still offline')
    }
  }
  const items = [
    ...(may('sites:write') ? [importEntry(website)] : []),
    ...(may('clients:write') ? [templateEntry(() => setSaving(true))] : []),
    ...(may('sites:publish') ? powerEntries(website, () => setTakingOffline(true), putOnline) : []),
  ]

  return (
    <>
      <TitleRow title={website.name} lead={<Lead website={website} />}>
        {website.status === 'live' && (
          <LinkButton href={website.url} target="_blank" icon={<ArrowUpRight />}>
            Open site
          </LinkButton>
        )}
        {may('sites:publish') && (
          <Button
            look="primary"
            icon={<CloudUpload />}
            isBusy={publishing.isGoing}
            onClick={() => publishing.setAsking(true)}
          >
            {publishing.isGoing ? 'Publishing' : 'Publish'}
          </Button>
        )}
        {items.length > 0 && (
          <Menu label="More actions" class="btn btn-default btn-icon" align="end" items={items}>
            <EllipsisVertical />
          </Menu>
        )}
      </TitleRow>
      {isSaving && (
        <OnDemand
          load={loadSaveTemplate}
          props={{ website, onClose: () => setSaving(false) }}
          onFail={() => setSaving(false)}
        />
      )}
      {isTakingOffline && (
        <ConfirmDialog
          title={`Take ${website.name} offline?`}
          confirmLabel="Take offline"
          typeToConfirm={website.name}
          onConfirm={takeOffline}
          onClose={() => setTakingOffline(false)}
        >
          <p>Visitors see a tidy “not available” page until you put it back online. Nothing is deleted.</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Lead({ website }: { website: Website }) {
  return (
    <>
      <WebsiteStatusBadge status={website.status} />
      {website.access !== 'public' && (
        <a href={`/websites/${website.id}?tab=access`}>
          <Badge tone="warning">{website.access === 'password' ? 'Behind a password' : 'Maintenance'}</Badge>
        </a>
      )}
      {website.hasUnpublishedChanges && <Badge tone="warning">Unpublished changes</Badge>}
      <ExternalLink href={website.url} />
      <a class="hover:text-fg" href={`/clients/${website.clientId}`}>
        {website.clientName}
      </a>
      {website.publishedAt && (
        <span>
          Published <Ago at={website.publishedAt} />
        </span>
      )}
    </>
  )
}

const templateEntry = (onSelect: () => void): MenuEntry => ({
  ...{ id: 'template', label: 'Save as template', icon: <LayoutTemplate />, onSelect },
})

function importEntry({ id }: Website): MenuEntry {
  return { id: 'import', label: 'Import from WordPress', icon: <Import />, href: `/websites/${id}/import` }
}

function powerEntries(
  { id, name, status, snapshotId }: Website,
  takeOffline: () => void,
  putOnline: (snapshotId: string) => void,
): MenuEntry[] {
  if (status === 'live') {
    return [
      {
        id: 'redeploy',
        label: 'Redeploy last version',
        icon: <RefreshCw />,
        onSelect: () => void redeploy(id, name),
      },
      'separator',
      { id: 'offline', label: 'Take offline', icon: <PowerOff />, tone: 'danger', onSelect: takeOffline },
    ]
  }
  if (status !== 'unpublished' || !snapshotId) return []
  return [{ id: 'online', label: 'Put back online', icon: <Power />, onSelect: () => putOnline(snapshotId) }]
}
