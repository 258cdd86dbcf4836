import { FileUp, Globe, RefreshCw } from 'lucide-preact'
import type { Client } from '#workers/tenancy/clients.contract.ts'
import { useMay } from '../../data/actor.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { redeploy } from '../sites/redeploy.ts'
import { WebsiteStatusBadge } from '../sites/website-status.tsx'

export function ClientWebsite({ client: { id, website } }: { client: Client }) {
  const may = useMay()
  if (!website) {
    return (
      <Card title="Website">
        <p class="mb-3 text-fg-3">This client has no website.</p>
        {may('sites:write') && (
          <LinkButton href={`/import-website?clientId=${id}`} icon={<FileUp />} size="sm">
            Import a website
          </LinkButton>
        )}
      </Card>
    )
  }
  return (
    <Card
      title="Website"
      actions={
        <a class="link text-12" href={`/websites/${website.id}`}>
          Manage
        </a>
      }
    >
      <div class="flex items-start gap-3">
        <span class="grid h-9 w-9 flex-none place-items-center rounded-lg bg-brand-subtle text-brand-fg">
          <Globe size={17} strokeWidth={1.75} />
        </span>
        <div class="min-w-0 flex-1">
          <div class="mb-0.5 flex items-center gap-2">
            <b class="truncate font-medium">{website.name}</b>
            <WebsiteStatusBadge status={website.status} />
          </div>
          <ExternalLink href={website.url} />
        </div>
      </div>
      {may('sites:publish') && website.status === 'live' && (
        <div class="mt-4">
          <Button size="sm" icon={<RefreshCw />} onClick={() => redeploy(website.id, website.name)}>
            Redeploy last version
          </Button>
        </div>
      )}
    </Card>
  )
}
