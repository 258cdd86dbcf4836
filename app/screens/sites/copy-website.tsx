import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { archivesApi } from '#workers/archives/archives.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { ClientFilter } from '../crm/contact-filters.tsx'

export function CopyWebsite({ website, onClose }: { website: Website; onClose: () => void }) {
  const { route } = useLocation()
  const [clientId, setClientId] = useState<string | undefined>(website.clientId)
  const [name, setName] = useState(`${website.name} copy`)
  const [slug, setSlug] = useState('')
  const form = useForm(['clientId', 'name', 'slug'])
  const copy = (event: Event) =>
    form.submit(event, async () => {
      const body = { clientId: clientId ?? website.clientId, name, ...(slug && { slug }) }
      const { runId } = await call(archivesApi.copy, { params: { websiteId: website.id }, body })
      toast('The copy is being made')
      route(`/activity/${runId}`)
    })
  return (
    <Dialog
      title={`Copy ${website.name}`}
      onClose={onClose}
      onSubmit={copy}
      width={480}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Copy
          </Button>
        </>
      }
    >
      <div class="grid gap-3">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <ClientFilter value={clientId} onChange={setClientId} />
        <TextField
          name="name"
          label="Name"
          value={name}
          onChange={setName}
          data-autofocus
          {...form.errorAt('name')}
        />
        <TextField
          name="slug"
          label="Platform address"
          isOptional
          hint="Made from the name when left out."
          value={slug}
          onChange={setSlug}
          {...form.errorAt('slug')}
        />
        <p class="text-fg-3">
          The copy is not online until you publish it. Submissions, domains and versions stay here.
        </p>
      </div>
    </Dialog>
  )
}
