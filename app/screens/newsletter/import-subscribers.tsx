import { useState } from 'preact/hooks'
import { newsletterApi } from '#workers/newsletter/newsletter.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { toast } from '../../ui/toasts.tsx'
import { addressesIn } from './addresses-in.ts'

interface ImportSubscribersProps {
  websiteId: string
  onClose: () => void
  onImported: () => void
}

/** Addresses of people who agreed elsewhere, and the word of whoever brings them that they did. */
export function ImportSubscribers({ websiteId, onClose, onImported }: ImportSubscribersProps) {
  const [text, setText] = useState('')
  const [consent, setConsent] = useState('')
  const form = useForm(['consent', 'emails'])
  const emails = addressesIn(text)
  const submit = (event: Event) =>
    form.submit(event, async () => {
      const { added, known } = await call(newsletterApi.import, {
        params: { id: websiteId },
        body: { emails, consent },
      })
      onImported()
      onClose()
      toast({
        title: `${counted(added, 'subscriber')} added`,
        ...(known > 0 && {
          body: `${counted(known, 'address', 'addresses')} known already: left as they are.`,
        }),
      })
    })
  return (
    <Dialog
      title="Import subscribers"
      width={560}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={emails.length === 0}>
            Import {emails.length > 0 && counted(emails.length, 'address', 'addresses')}
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <Field label="CSV file" isOptional>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              class="input"
              onChange={async (event) => setText((await event.currentTarget.files?.[0]?.text()) ?? '')}
            />
          )}
        </Field>
        <TextAreaField
          name="emails"
          label="Addresses"
          rows={5}
          hint="From the file, or pasted. Everything that is an address is taken, the rest is left."
          value={text}
          onChange={setText}
          {...form.errorAt('emails')}
        />
        <TextAreaField
          name="consent"
          label="Where and when did they agree?"
          required
          rows={2}
          placeholder="At our stand at the spring fair in May 2026, on a paper list"
          hint="Kept with each of them. Mailing people who did not agree is against the law in most countries."
          value={consent}
          onChange={setConsent}
          {...form.errorAt('consent')}
        />
      </div>
    </Dialog>
  )
}
