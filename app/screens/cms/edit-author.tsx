import { Plus, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Author, authorsApi } from '#workers/cms/authors.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Counter } from '../builder/controls/counter.tsx'
import { PictureField } from './picture-field.tsx'

interface EditAuthorProps {
  websiteId: string
  /** Left out for a new one. */
  author: Author | undefined
  onSaved: (message: string) => Promise<void>
  onClose: () => void
}

type Draft = Pick<Author, 'name' | 'slug' | 'bio' | 'avatar' | 'links'> & { email: string }

const MOST_LINKS = 8
const BIO_FITS = 300
const linkFields = Array.from({ length: MOST_LINKS }, (_each, at) => [
  `links.${at}.label`,
  `links.${at}.href`,
]).flat()

export function EditAuthor({ websiteId, author, onSaved, onClose }: EditAuthorProps) {
  const [draft, setDraft] = useState<Draft>({
    ...{ name: author?.name ?? '', slug: author?.slug ?? '', bio: author?.bio ?? '' },
    ...{ avatar: author?.avatar ?? null, links: author?.links ?? [], email: author?.email ?? '' },
  })
  const change = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }))
  const form = useForm(['name', 'slug', 'bio', 'email', 'avatar.src', 'avatar.alt', ...linkFields])

  const save = (event: Event) =>
    form.submit(event, async () => {
      const { name, bio, avatar, links, slug } = draft
      const email = draft.email.trim() || null
      const said = { name, bio, avatar, links, email, ...(slug.trim() && { slug }) }
      if (author) {
        const body = { ...said, version: author.version }
        await call(authorsApi.update, { params: { id: author.id }, body })
      } else await call(authorsApi.create, { params: { id: websiteId }, body: said })
      await onSaved('Saved. Visitors see it when you publish.')
      onClose()
    })
  return (
    <Drawer
      title={author ? author.name : 'Add an author'}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" isBusy={form.isBusy} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <form class="grid grid-cols-1 gap-4" onSubmit={save} noValidate>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <Fields {...{ draft, websiteId, onChange: change, errorAt: form.errorAt }} isNew={!author} />
      </form>
    </Drawer>
  )
}

interface FieldsProps {
  draft: Draft
  websiteId: string
  isNew: boolean
  onChange: (change: Partial<Draft>) => void
  errorAt: (field: string) => { error?: string }
}

function Fields({ draft, websiteId, isNew, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        required
        autocomplete="off"
        data-autofocus
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...errorAt('name')}
      />
      <div class="grid gap-2">
        <div class="label mb-0!">Photo</div>
        <PictureField
          name="avatar"
          label="Photo"
          websiteId={websiteId}
          value={draft.avatar}
          onChange={(avatar) => onChange({ avatar })}
          errorAt={errorAt}
        />
      </div>
      <div>
        <TextAreaField
          name="bio"
          label="About"
          hint="A few sentences, below their posts and at the top of their page."
          value={draft.bio}
          onChange={(bio) => onChange({ bio })}
          {...errorAt('bio')}
        />
        <Counter length={draft.bio.length} most={BIO_FITS} />
      </div>
      <LinkFields links={draft.links} onChange={(links) => onChange({ links })} errorAt={errorAt} />
      <TextField
        name="email"
        type="email"
        label="Email"
        isOptional
        hint="Not shown to visitors."
        value={draft.email}
        onChange={(email) => onChange({ email })}
        {...errorAt('email')}
      />
      <TextField
        name="slug"
        label="Address"
        spellcheck={false}
        autocomplete="off"
        hint={
          !isNew
            ? 'The old address will lead to the new one.'
            : '…/blog/author/… Left empty, it is made from the name.'
        }
        value={draft.slug}
        onChange={(slug) => onChange({ slug })}
        {...errorAt('slug')}
      />
    </>
  )
}

interface LinkFieldsProps {
  links: Author['links']
  onChange: (links: Author['links']) => void
  errorAt: (field: string) => { error?: string }
}

function LinkFields({ links, onChange, errorAt }: LinkFieldsProps) {
  return (
    <fieldset class="grid gap-2">
      <legend class="label">Links</legend>
      {links.map((link, at) => (
        <div key={at} class="flex items-start gap-2">
          <TextField
            name={`links.${at}.label`}
            label={<span class="sr">Name of link {at + 1}</span>}
            placeholder="Website"
            class="w-32 flex-none"
            value={link.label}
            onChange={(label) => onChange(links.with(at, { ...link, label }))}
            {...errorAt(`links.${at}.label`)}
          />
          <TextField
            name={`links.${at}.href`}
            label={<span class="sr">Where link {at + 1} leads</span>}
            placeholder="https://"
            class="flex-1"
            spellcheck={false}
            value={link.href}
            onChange={(href) => onChange(links.with(at, { ...link, href }))}
            {...errorAt(`links.${at}.href`)}
          />
          <IconButton
            class="mt-1"
            label={`Remove link ${at + 1}`}
            onClick={() => onChange(links.toSpliced(at, 1))}
          >
            <Trash2 />
          </IconButton>
        </div>
      ))}
      {links.length < MOST_LINKS && (
        <div>
          <Button
            size="sm"
            look="ghost"
            icon={<Plus />}
            onClick={() => onChange([...links, { label: '', href: '' }])}
          >
            Add link
          </Button>
        </div>
      )}
    </fieldset>
  )
}
