import { useState } from 'preact/hooks'
import { type Redirect, type RedirectStatus, redirectsApi } from '#workers/sites/redirects.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

const answers = [
  { value: '301', label: '301 – moved for good' },
  { value: '302', label: '302 – for now' },
  { value: '307', label: '307 – for now, as it was asked' },
  { value: '308', label: '308 – for good, as it was asked' },
  { value: '410', label: '410 – gone, and leads nowhere' },
]

interface EditRedirectProps {
  website: Website
  /** One that is there has an id; otherwise what is known of the new one. */
  redirect: Partial<Redirect>
  onDone: () => Promise<void>
  onClose: () => void
}

export function EditRedirect({ website, redirect, onDone, onClose }: EditRedirectProps) {
  const [from, setFrom] = useState(redirect.from ?? '')
  const [to, setTo] = useState(redirect.to ?? '')
  const [status, setStatus] = useState(String(redirect.status ?? 301))
  const form = useForm(['from', 'to', 'status'])

  const save = (event: Event) =>
    form.submit(event, async () => {
      // safe: the choices above are the statuses there are
      const body = { from, to: status === '410' ? '' : to, status: Number(status) as RedirectStatus }
      if (redirect.id) await call(redirectsApi.change, { params: { id: redirect.id }, body })
      else await call(redirectsApi.create, { params: { websiteId: website.id }, body })
      await onDone()
      toast('Redirect saved. Publish to follow it.')
      onClose()
    })
  return (
    <Dialog
      title={redirect.id ? 'Change the redirect' : 'Add a redirect'}
      onClose={onClose}
      onSubmit={save}
      width={480}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </>
      }
    >
      <div class="grid gap-3">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="from"
          label="From"
          placeholder="/old-page"
          hint="End it with /* for all addresses that begin like it."
          value={from}
          onChange={setFrom}
          data-autofocus
          {...form.errorAt('from')}
        />
        <SelectField name="status" label="Answer" value={status} options={answers} onChange={setStatus} />
        {status !== '410' && (
          <TextField
            name="to"
            label="To"
            placeholder="/new-page"
            hint={
              from.endsWith('/*')
                ? 'Write :splat where what the asterisk stands for belongs.'
                : 'A page, or a whole address elsewhere.'
            }
            value={to}
            onChange={setTo}
            {...form.errorAt('to')}
          />
        )}
      </div>
    </Dialog>
  )
}
