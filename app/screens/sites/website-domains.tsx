import { Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { accessApi } from '#workers/sites/access.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { patch } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { WebsiteProps } from './website.tsx'

type Domain = Website['domains'][number]

export function WebsiteDomains({ website, reload }: WebsiteProps) {
  const may = useMay()
  const [target, setTarget] = useState<Domain | undefined>()

  const main = website.domains.find(({ isMain }) => isMain)

  const choose = async (domainId: string | null, leadsOthers: boolean) => {
    try {
      const params = { id: website.id }
      const next = await call(accessApi.chooseMain, { params, body: { domainId, leadsOthers } })
      patch<Website>(`/websites/${website.id}`, () => next)
      toast('Saved. It holds within seconds.')
    } catch (thrown) {
      toastProblem(thrown, 'That was not saved')
    }
  }
  const remove = async (domain: Domain) => {
    const params = { id: website.id, domainId: domain.id }
    await call(websitesApi.removeDomain, { params })
    await reload()
    toast(`${domain.host} removed`)
  }

  return (
    <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Card title="Where visitors find it" isFlush>
        <ul>
          {website.domains.map((domain) => (
            <li
              key={domain.id}
              class="flex min-h-11 flex-wrap items-center gap-2 border-b border-line-subtle py-1.5 pr-2 pl-4 last:border-0"
            >
              <span class="min-w-40 flex-1">
                <ExternalLink href={domain.url}>{domain.host}</ExternalLink>
              </span>
              {domain.isMain && website.domains.length > 1 && <Badge tone="brand">Main address</Badge>}
              {domain.isPlatform && <Badge>Platform address</Badge>}
              {!domain.isMain && may('sites:write') && (
                <Button
                  size="sm"
                  aria-label={`Make ${domain.host} the main address`}
                  onClick={() => choose(domain.id, website.leadsToMain)}
                >
                  Make main
                </Button>
              )}
              <CopyButton text={domain.url} label={`Copy ${domain.host}`} />
              {!domain.isPlatform && may('sites:write') && (
                <IconButton label={`Remove ${domain.host}`} onClick={() => setTarget(domain)}>
                  <Trash2 />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {website.domains.length > 1 && (
          <div class="border-t border-line-subtle p-4">
            <Switch
              label="Lead the other addresses to the main one"
              hint="Visitors of the others are sent on to the same page there. Switch it on once the main address works."
              isOn={website.leadsToMain}
              disabled={!may('sites:write')}
              onChange={(leadsOthers) => choose(main?.id ?? null, leadsOthers)}
            />
          </div>
        )}
      </Card>
      {may('sites:write') && <AddDomain website={website} />}
      {target && (
        <ConfirmDialog
          title={`Remove ${target.host}?`}
          confirmLabel="Remove domain"
          typeToConfirm={target.host}
          onConfirm={() => remove(target)}
          onClose={() => setTarget(undefined)}
        >
          <p>Visitors who use this domain will not find the website any more. Its platform address stays.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function AddDomain({ website }: { website: Website }) {
  const [host, setHost] = useState('')
  const form = useForm(['host'])
  const add = (event: Event) =>
    form.submit(event, async () => {
      const next = await call(websitesApi.addDomain, { params: { id: website.id }, body: { host } })
      patch<Website>(`/websites/${website.id}`, () => next)
      setHost('')
      toast(`${host} added`)
    })
  return (
    <Card title="Add a domain">
      <form class="grid gap-3" onSubmit={add} noValidate>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="host"
          label="Domain"
          placeholder="harbordental.com"
          hint="Point the domain here at its registrar; the website answers as soon as it does."
          value={host}
          onChange={setHost}
          autocomplete="off"
          inputMode="url"
          spellcheck={false}
          {...form.errorAt('host')}
        />
        <div>
          <Button type="submit" isBusy={form.isBusy} disabled={!host.trim()}>
            Add domain
          </Button>
        </div>
      </form>
    </Card>
  )
}
