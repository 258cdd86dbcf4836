import type { Subscriber } from '#workers/newsletter/newsletter.contract.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { exactly } from '../../ui/time.tsx'
import { unsubscribe } from './subscriber-changes.ts'

interface SubscriberDrawerProps {
  subscriber: Subscriber
  clientId: string
  canWrite: boolean
  onChanged: () => void
  onClose: () => void
}

/** One subscriber, with what shows that they agreed. */
export function SubscriberDrawer({
  subscriber,
  clientId,
  canWrite,
  onChanged,
  onClose,
}: SubscriberDrawerProps) {
  const { id, email, status, contactId, consent, consentedAt, confirmedAt, unsubscribedAt } = subscriber
  const facts: [string, string][] = [
    ['Agreed to', consent || '–'],
    ...(consentedAt ? [['Agreed', exactly(consentedAt)] as [string, string]] : []),
    ...(confirmedAt ? [['Confirmed', exactly(confirmedAt)] as [string, string]] : []),
    ...(unsubscribedAt ? [['Left', exactly(unsubscribedAt)] as [string, string]] : []),
  ]
  return (
    <Drawer title={email} onClose={onClose}>
      <div class="grid gap-5">
        <dl class="grid gap-3">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt class="text-12 text-fg-3">{label}</dt>
              <dd class="break-words">{value}</dd>
            </div>
          ))}
        </dl>
        <div class="flex flex-wrap gap-2">
          {contactId && (
            <LinkButton href={`/contacts?clientId=${clientId}&contact=${contactId}`}>Open contact</LinkButton>
          )}
          {canWrite && status !== 'unsubscribed' && (
            <Button
              onClick={() =>
                unsubscribe([id], () => {
                  onChanged()
                  onClose()
                })
              }
            >
              Unsubscribe
            </Button>
          )}
        </div>
      </div>
    </Drawer>
  )
}
