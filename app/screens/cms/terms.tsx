import { Merge, Pencil, Tags as TagsIcon, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Taxonomy, type Term, termsApi } from '#workers/cms/terms.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import type { Column } from '../../ui/grid.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { findTerms } from './find-named.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { NamedList } from './named-list.tsx'

interface TermsProps {
  websiteId: string
  taxonomy: Taxonomy
}

const words = {
  category: {
    label: 'Categories',
    about: 'The few large subjects of a blog. Each has a page of its own, with its posts.',
  },
  tag: { label: 'Tags', about: 'What posts are about, in a word or two. Each has a page with its posts.' },
}

const columns: Column<Term>[] = [
  { id: 'name', head: 'Name', cell: ({ name }) => <b class="font-medium">{name}</b> },
  {
    id: 'description',
    head: 'Description',
    isHiddenOnPhone: true,
    cell: ({ description }) => <span class="text-fg-2">{description}</span>,
  },
  {
    id: 'posts',
    head: 'Posts',
    width: '110px',
    isRight: true,
    cell: ({ id, posts, websiteId }) => (
      <a class="link num" href={`/posts?websiteId=${websiteId}&termId=${id}`}>
        {counted(posts, 'post')}
      </a>
    ),
  },
]

type Doing = { what: 'edit'; term?: Term } | { what: 'merge' | 'remove'; term: Term }

export function Terms({ websiteId, taxonomy }: TermsProps) {
  const canWrite = useMay()('content:write')
  const [search, setSearch] = useState('')
  const [doing, setDoing] = useState<Doing | undefined>()
  const params = { id: websiteId }
  const pages = usePages(termsApi.list, { params, query: { taxonomy, ...(search && { search }) } })
  const { label, about } = words[taxonomy]

  const settle = async (message: string) => {
    await pages.reload()
    invalidate('/cms/posts')
    toast(message)
  }
  const close = () => setDoing(undefined)
  const menuOf = (term: Term): MenuEntry[] => [
    { id: 'edit', label: 'Change', icon: <Pencil />, onSelect: () => setDoing({ what: 'edit', term }) },
    { id: 'merge', label: 'Merge…', icon: <Merge />, onSelect: () => setDoing({ what: 'merge', term }) },
    'separator',
    {
      ...{ id: 'remove', label: 'Remove', icon: <Trash2 />, tone: 'danger' as const },
      onSelect: () => setDoing({ what: 'remove', term }),
    },
  ]
  return (
    <>
      <NamedList
        label={label}
        noun={taxonomy}
        {...{ pages, columns, search, onSearch: setSearch }}
        empty={
          <Empty icon={<TagsIcon />} title={search ? 'Nothing found' : `No ${label.toLowerCase()} yet`}>
            {search ? `No ${taxonomy} has this in its name.` : about}
          </Empty>
        }
        {...(canWrite && {
          changes: {
            onAdd: () => setDoing({ what: 'edit' }),
            onOpen: (term: Term) => setDoing({ what: 'edit', term }),
            menuOf,
          },
        })}
      />
      {doing?.what === 'edit' && (
        <EditTerm {...{ websiteId, taxonomy, onClose: close, onSaved: settle }} term={doing.term} />
      )}
      {doing?.what === 'merge' && (
        <MergeDialog
          noun={taxonomy}
          of={doing.term}
          find={findTerms(websiteId, taxonomy)}
          onMerge={async (intoId) => {
            await call(termsApi.merge, { params: { id: doing.term.id }, body: { intoId } })
            await settle(`“${doing.term.name}” was merged`)
          }}
          onClose={close}
        >
          All its posts are filed under the other one, and its address leads there. This cannot be undone.
        </MergeDialog>
      )}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={`Remove “${doing.term.name}”?`}
          confirmLabel="Remove"
          onConfirm={async () => {
            await call(termsApi.remove, { params: { id: doing.term.id } })
            await settle(`“${doing.term.name}” is removed`)
          }}
          onClose={close}
        >
          <p>{counted(doing.term.posts, 'post')} will no longer be filed under it; the posts stay.</p>
        </ConfirmDialog>
      )}
    </>
  )
}

interface EditTermProps extends TermsProps {
  term: Term | undefined
  onSaved: (message: string) => Promise<void>
  onClose: () => void
}

function EditTerm({ websiteId, taxonomy, term, onSaved, onClose }: EditTermProps) {
  const [name, setName] = useState(term?.name ?? '')
  const [slug, setSlug] = useState(term?.slug ?? '')
  const [description, setDescription] = useState(term?.description ?? '')
  const form = useForm(['name', 'slug', 'description'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      const said = { name, description, ...(slug.trim() && { slug }) }
      if (term) {
        const body = { ...said, version: term.version }
        await call(termsApi.update, { params: { id: term.id }, body })
      } else await call(termsApi.create, { params: { id: websiteId }, body: { ...said, taxonomy } })
      await onSaved('Saved. Visitors see it when you publish.')
      onClose()
    })
  return (
    <Dialog
      title={term ? `Change “${term.name}”` : `Add a ${taxonomy}`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Save
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="name"
          label="Name"
          required
          autocomplete="off"
          data-autofocus
          value={name}
          onChange={setName}
          {...form.errorAt('name')}
        />
        <TextField
          name="slug"
          label="Address"
          spellcheck={false}
          autocomplete="off"
          hint={
            term
              ? 'The old address will lead to the new one.'
              : `…/blog/${taxonomy}/… Left empty, it is made from the name.`
          }
          value={slug}
          onChange={setSlug}
          {...form.errorAt('slug')}
        />
        <TextAreaField
          name="description"
          label="Description"
          hint="Stands at the top of its page."
          value={description}
          onChange={setDescription}
          {...form.errorAt('description')}
        />
      </div>
    </Dialog>
  )
}
