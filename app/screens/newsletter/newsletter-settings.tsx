import { useState } from 'preact/hooks'
import {
  type Newsletter,
  type NewsletterSettings,
  newsletterApi,
} from '#workers/newsletter/newsletter.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import type { Resource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'

interface NewsletterSettingsCardProps {
  website: Website
  newsletter: Resource<Newsletter>
  canWrite: boolean
}

/** What subscribers get, and how many there are. */
export function NewsletterSettingsCard({ website, newsletter, canWrite }: NewsletterSettingsCardProps) {
  const { data } = newsletter
  const [settings, setSettings] = useState<NewsletterSettings | undefined>(
    data && { announcesPosts: data.announcesPosts, senderName: data.senderName },
  )
  const form = useForm(['senderName'])
  if (!data || !settings)
    return (
      <Card title="What they get">
        <SkeletonLines lines={4} />
      </Card>
    )
  const isChanged = settings.announcesPosts !== data.announcesPosts || settings.senderName !== data.senderName
  const submit = (event: Event) =>
    form.submit(event, async () => {
      await call(newsletterApi.set, { params: { id: website.id }, body: settings })
      await newsletter.reload()
      toast('Newsletter saved')
    })
  const { subscribed, pending, unsubscribed } = data.counts
  return (
    <div class="grid gap-4">
      <Card title="Subscribers">
        <dl class="grid grid-cols-3 gap-2 text-center">
          {[
            ['Subscribed', subscribed],
            ['To confirm', pending],
            ['Left', unsubscribed],
          ].map(([label, value]) => (
            <div key={label}>
              <dd class="num text-20 font-semibold">{Number(value).toLocaleString()}</dd>
              <dt class="text-12 text-fg-3">{label}</dt>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="What they get">
        <form class="grid gap-4" onSubmit={submit}>
          {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
          <Switch
            label="Send new posts to subscribers"
            hint="Once, when visitors can first read a post, to those who read the website in its language."
            isOn={settings.announcesPosts}
            disabled={!canWrite}
            onChange={(announcesPosts) => setSettings({ ...settings, announcesPosts })}
          />
          <TextField
            name="senderName"
            label="Sender"
            isOptional
            placeholder={website.name}
            disabled={!canWrite}
            value={settings.senderName}
            onChange={(senderName) => setSettings({ ...settings, senderName })}
            {...form.errorAt('senderName')}
          />
          {canWrite && (
            <div>
              <Button type="submit" look="primary" disabled={!isChanged} isBusy={form.isBusy}>
                Save
              </Button>
            </div>
          )}
        </form>
      </Card>
    </div>
  )
}
