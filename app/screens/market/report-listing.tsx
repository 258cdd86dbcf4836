import { useState } from 'preact/hooks'
import { type Listing, marketApi } from '#workers/market/market.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

/** Tells the platform's staff why something should not be there. */
export function ReportListing({ listing, onClose }: { listing: Listing; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const form = useForm(['reason'])
  const send = (event: Event) =>
    form.submit(event, async () => {
      await call(marketApi.report, { params: { listing: listing.id }, body: { reason } })
      toast('Thank you. The platform’s staff looks into it.')
      onClose()
    })
  return (
    <Dialog
      title={`Report ${listing.name}`}
      onClose={onClose}
      onSubmit={send}
      width={480}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Report
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextAreaField
          name="reason"
          label="What is wrong with it?"
          hint="Such as pictures that are somebody else’s, or something unlawful. Its makers are not told who you are."
          rows={4}
          required
          maxLength={1000}
          value={reason}
          onChange={setReason}
          data-autofocus
          {...form.errorAt('reason')}
        />
      </div>
    </Dialog>
  )
}
