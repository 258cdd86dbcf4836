import { KeyRound } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { accessApi, type SiteAccess } from '#workers/sites/access.contract.ts'
import type { AccessKind } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { openWithPass } from './open-with-pass.ts'
import type { WebsiteProps } from './website.tsx'

const kinds: readonly { value: AccessKind; label: string; hint: string }[] = [
  { value: 'public', label: 'Everyone', hint: 'Visitors and search engines find it.' },
  {
    value: 'password',
    label: 'Those who know a password',
    hint: 'Others see a page that asks for it, and nothing else.',
  },
  {
    value: 'maintenance',
    label: 'Nobody for now',
    hint: 'Visitors are told to come back later. Search engines keep what they know.',
  },
]

/** Who is let into a website. Holds at once, without publishing. */
export function WebsiteAccess({ website, reload }: WebsiteProps) {
  const access = useResource(accessApi.get, { params: { id: website.id } })
  if (!access.data) {
    return access.problem ? (
      <Failed problem={access.problem} onRetry={access.reload} />
    ) : (
      <SkeletonLines lines={8} />
    )
  }
  const onSaved = async (next: SiteAccess) => {
    access.patch(() => next)
    await reload()
  }
  return <AccessForm websiteId={website.id} access={access.data} onSaved={onSaved} />
}

interface FormProps {
  websiteId: string
  access: SiteAccess
  onSaved: (access: SiteAccess) => Promise<void>
}

function AccessForm({ websiteId, access, onSaved }: FormProps) {
  const may = useMay()
  const [kind, setKind] = useState(access.kind)
  const [message, setMessage] = useState(access.message)
  const [password, setPassword] = useState('')
  const form = useForm(['password', 'message'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      const body = { kind, message, version: access.version, ...(password && { password }) }
      await onSaved(await call(accessApi.change, { params: { id: websiteId }, body }))
      setPassword('')
      toast('Saved. It holds within seconds.')
    })
  return (
    <Card
      title="Who is let in"
      {...(access.kind !== 'public' && {
        actions: (
          <Button size="sm" icon={<KeyRound />} onClick={() => openWithPass(websiteId, 'live')}>
            Open past the gate
          </Button>
        ),
      })}
    >
      <form class="grid max-w-160 gap-4" onSubmit={save} noValidate>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <KindChoice kind={kind} onChange={setKind} />
        {kind === 'password' && (
          <TextField
            {...{ name: 'password', type: 'password', autocomplete: 'new-password' }}
            label={access.hasPassword ? 'New password' : 'Password'}
            hint={
              access.hasPassword
                ? 'Left empty, the password stays. A new one asks everyone again.'
                : 'At least 8 characters. Tell it to those who may look.'
            }
            required={!access.hasPassword}
            value={password}
            onChange={setPassword}
            {...form.errorAt('password')}
          />
        )}
        {kind !== 'public' && (
          <TextAreaField
            {...{ name: 'message', label: 'What they read', isOptional: true, maxLength: 500, rows: 3 }}
            placeholder={
              kind === 'password' ? 'Enter the password to look around.' : 'New rooms open on Monday.'
            }
            value={message}
            onChange={setMessage}
            {...form.errorAt('message')}
          />
        )}
        {may('sites:publish') && (
          <div>
            <Button type="submit" look="primary" isBusy={form.isBusy}>
              Save
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}

function KindChoice({ kind, onChange }: { kind: AccessKind; onChange: (kind: AccessKind) => void }) {
  return (
    <fieldset class="grid gap-3">
      <legend class="sr">Who is let in</legend>
      {kinds.map(({ value, label, hint }) => (
        <label key={value} class="flex cursor-pointer items-start gap-2.5">
          <input
            type="radio"
            name="kind"
            class="checkbox radio mt-0.5"
            checked={kind === value}
            onChange={() => onChange(value)}
          />
          <span class="min-w-0">
            <span class="block">{label}</span>
            <span class="block text-12 text-fg-3">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
