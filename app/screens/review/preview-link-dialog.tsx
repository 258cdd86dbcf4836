import { useState } from 'preact/hooks'
import { type PreviewLink, previewLinksApi } from '#workers/review/preview-links.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ExternalLink } from '../../ui/external-link.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

const lengths = [
  { value: '1', label: 'One hour' },
  { value: '24', label: 'One day' },
  { value: '72', label: 'Three days' },
  { value: '168', label: 'One week' },
  { value: '720', label: 'Thirty days' },
] as const

interface PreviewLinkDialogProps {
  websiteId: string
  page?: { id: string; title: string; path: string | null }
  onClose: () => void
}

/** Makes a link that shows drafts to people without an account. */
export function PreviewLinkDialog({ websiteId, page, onClose }: PreviewLinkDialogProps) {
  const [made, setMade] = useState<PreviewLink | undefined>()
  if (made) return <MadeLink link={made} path={made.page ? (page?.path ?? '/') : '/'} onClose={onClose} />
  return <NewLink {...{ websiteId, onClose }} {...(page && { page })} onMade={setMade} />
}

function NewLink({
  websiteId,
  page,
  onClose,
  onMade,
}: PreviewLinkDialogProps & { onMade: (link: PreviewLink) => void }) {
  const [what, setWhat] = useState<'page' | 'all'>(page ? 'page' : 'all')
  const [hours, setHours] = useState<string>('168')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const form = useForm(['name', 'password', 'hours'])
  const make = (event: Event) =>
    form.submit(event, async () => {
      const link = await call(previewLinksApi.create, {
        params: { id: websiteId },
        body: {
          ...{ name, hours: Number(hours) },
          ...(what === 'page' && page ? { pageId: page.id } : {}),
          ...(password ? { password } : {}),
        },
      })
      invalidate(`/websites/${websiteId}/preview-links`)
      onMade(link)
    })
  return (
    <Dialog
      title="Preview link"
      onClose={onClose}
      onSubmit={make}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Make link
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        <p class="text-fg-2">
          Anybody with the link sees the website as it would be if it were published now. Search engines do
          not find it.
        </p>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {page && (
          <SelectField
            name="what"
            label="What it shows"
            value={what}
            options={[
              { value: 'page', label: `“${page.title}” and what is published` },
              { value: 'all', label: 'The website with all drafts' },
            ]}
            onChange={setWhat}
          />
        )}
        <SelectField name="hours" label="It works for" value={hours} options={lengths} onChange={setHours} />
        <TextField
          {...{ name: 'name', label: 'For whom', isOptional: true, placeholder: 'Mara and the board' }}
          {...{ value: name, onChange: setName, maxLength: 120, autocomplete: 'off' }}
          {...form.errorAt('name')}
        />
        <TextField
          {...{ name: 'password', label: 'Password', isOptional: true, type: 'text' }}
          hint="At least 8 characters. Tell it to them by another way than the link."
          {...{ value: password, onChange: setPassword, autocomplete: 'off' }}
          {...form.errorAt('password')}
        />
      </div>
    </Dialog>
  )
}

function MadeLink({ link, path, onClose }: { link: PreviewLink; path: string; onClose: () => void }) {
  const url = (link.url ?? '') + encodeURI(path)
  return (
    <Dialog
      title="The link is ready"
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div class="grid gap-3">
        <div class="flex items-center gap-2 rounded-md border border-line p-2">
          <code class="code min-w-0 flex-1 truncate">{url}</code>
          <CopyButton text={url} label="Copy the link" />
        </div>
        <p class="text-fg-2">
          You find it again under Review on the website, where you can take it back.{' '}
          <ExternalLink href={url}>Open it</ExternalLink>
        </p>
      </div>
    </Dialog>
  )
}
