import { ArrowUpRight, EllipsisVertical, Pencil, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type Client, clientsApi } from '#workers/tenancy/clients.contract.ts'
import { useMay } from '../../data/actor.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TitleRow } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { ClientContacts } from './client-contacts.tsx'
import { ClientWebsite } from './client-website.tsx'
import { EditClient } from './edit-client.tsx'
import { RemoveClient } from './remove-client.tsx'

export const prefetch = ({ id = '' }: Record<string, string>) => load(clientsApi.get, { params: { id } })

export function Screen() {
  const id = useRoute().params.id ?? ''
  const client = useResource(clientsApi.get, { params: { id } })
  usePage(client.data?.name)
  if (client.data) {
    return <ClientPage key={id} client={client.data} onChange={(next) => client.patch(() => next)} />
  }
  return (
    <div class="page">
      {client.problem ? (
        <Failed problem={client.problem} onRetry={client.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  )
}

interface ClientPageProps {
  client: Client
  onChange: (client: Client) => void
}

function ClientPage({ client, onChange }: ClientPageProps) {
  const may = useMay()
  const [dialog, setDialog] = useState<'edit' | 'remove' | undefined>()
  const close = () => setDialog(undefined)
  const canWrite = may('clients:write')

  return (
    <div class="page">
      <TitleRow
        before={<Avatar name={client.name} isSquare size={40} />}
        title={client.name}
        lead={
          <>
            {client.isHouse && <Badge tone="brand">Your agency</Badge>}
            <span>
              Added <Ago at={client.createdAt} />
            </span>
          </>
        }
      >
        {client.website?.status === 'live' && (
          <LinkButton href={client.website.url} target="_blank" icon={<ArrowUpRight />}>
            Open site
          </LinkButton>
        )}
        {canWrite && (
          <>
            <Button icon={<Pencil />} onClick={() => setDialog('edit')}>
              Edit
            </Button>
            {!client.isHouse && <MoreActions onRemove={() => setDialog('remove')} />}
          </>
        )}
      </TitleRow>
      <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div class="grid gap-4">
          <Card title="Business">
            <BusinessFacts client={client} />
          </Card>
          {may('contacts:read') && <ClientContacts client={client} />}
        </div>
        <div class="grid gap-4">
          <ClientWebsite client={client} />
          <Card title="Contact person">
            <PersonFacts client={client} />
          </Card>
        </div>
      </div>
      {dialog === 'edit' && <EditClient client={client} onSaved={onChange} onClose={close} />}
      {dialog === 'remove' && <RemoveClient client={client} onClose={close} />}
    </div>
  )
}

function MoreActions({ onRemove }: { onRemove: () => void }) {
  return (
    <Menu
      label="More actions"
      class="btn btn-default btn-icon"
      align="end"
      items={[{ id: 'remove', label: 'Remove client', icon: <Trash2 />, tone: 'danger', onSelect: onRemove }]}
    >
      <EllipsisVertical />
    </Menu>
  )
}

function BusinessFacts({ client: { business } }: { client: Client }) {
  return (
    <dl class="facts">
      <Fact label="E-mail" value={business.email} />
      <Fact label="Phone" value={business.phone} />
      <Fact label="Address" value={business.address} />
      <Fact label="Opening hours" value={business.hours} />
      <Fact label="Description" value={business.description} />
    </dl>
  )
}

function PersonFacts({ client: { contact } }: { client: Client }) {
  return (
    <dl class="facts">
      <Fact label="Name" value={contact.name} />
      <Fact label="E-mail" value={contact.email} />
      <Fact label="Phone" value={contact.phone} />
    </dl>
  )
}

function Fact({ label, value }: { label: string; value: string | undefined }) {
  return (
    <>
      <dt>{label}</dt>
      <dd class={value ? 'whitespace-pre-line' : 'text-fg-3'}>{value || 'Not given'}</dd>
    </>
  )
}
