import { useState } from 'preact/hooks'
import { collectionsApi } from '#workers/collections/collections.contract.ts'
import { previewTokensApi } from '#workers/headless/preview-tokens.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CodeBlock } from '../docs/code-block.tsx'
import { draftsSnippet } from './snippets.ts'

const lengths = [
  { value: '7', label: 'A week' },
  { value: '30', label: 'Thirty days' },
  { value: '90', label: 'Ninety days' },
  { value: '366', label: 'A year' },
] as const

interface NewTokenProps {
  website: Website
  onMade: () => Promise<void>
  onClose: () => void
}

/** Makes a token, and tells it the one time it is told. */
export function NewToken({ website, onMade, onClose }: NewTokenProps) {
  const [token, setToken] = useState<string | undefined>()
  if (token !== undefined) return <MadeToken website={website} token={token} onClose={onClose} />
  const made = async (next: string) => {
    setToken(next)
    await onMade()
  }
  return <TokenForm website={website} onMade={made} onClose={onClose} />
}

interface TokenFormProps extends Omit<NewTokenProps, 'onMade'> {
  onMade: (token: string) => Promise<void>
}

function TokenForm({ website, onMade, onClose }: TokenFormProps) {
  const params = { id: website.id }
  const collections = useResource(collectionsApi.list, { params, query: {} })
  const [name, setName] = useState('')
  const [days, setDays] = useState<string>('30')
  const [keys, setKeys] = useState<readonly string[]>([])
  const form = useForm(['name', 'days', 'collectionKeys'])
  const make = (event: Event) =>
    form.submit(event, async () => {
      const body = { name, days: Number(days), collectionKeys: [...keys] }
      await onMade((await call(previewTokensApi.create, { params, body })).token)
    })
  const toggle = (key: string, isOn: boolean) =>
    setKeys(isOn ? [...keys, key] : keys.filter((each) => each !== key))
  const offered = collections.data?.items ?? []
  return (
    <Dialog
      title="New preview token"
      onClose={onClose}
      onSubmit={make}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Make token
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="name"
          label="Name"
          hint="What reads with it: “Next.js preview”."
          value={name}
          onChange={setName}
          data-autofocus
          {...form.errorAt('name')}
        />
        <SelectField
          name="days"
          label="Works for"
          value={days}
          options={lengths}
          onChange={setDays}
          {...form.errorAt('days')}
        />
        {offered.length > 0 && (
          <fieldset class="grid gap-2">
            <legend class="mb-1.5 font-medium">Collections it opens</legend>
            {offered.map(({ key, name: label }) => (
              <Checkbox
                key={key}
                label={label}
                isOn={keys.includes(key)}
                onChange={(isOn) => toggle(key, isOn)}
              />
            ))}
            <p class="text-12 text-fg-3">
              All of them where you choose none. Drafts of pages and posts are always read.
            </p>
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}

function MadeToken({ website, token, onClose }: { website: Website; token: string; onClose: () => void }) {
  return (
    <Dialog
      title="Your token"
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div class="grid gap-4">
        <Notice tone="warning">Copy it now: it is not shown again.</Notice>
        <div class="flex items-center gap-2 rounded-md border border-line bg-surface px-3 py-2">
          <code class="code min-w-0 flex-1 break-all">{token}</code>
          <CopyButton text={token} label="Copy the token" />
        </div>
        <CodeBlock label="How to use it" text={draftsSnippet(website.url.replace(/\/$/, ''), undefined)} />
      </div>
    </Dialog>
  )
}
