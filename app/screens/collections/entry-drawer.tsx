import { Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Collection } from '#workers/collections/collections.contract.ts'
import {
  type Entry,
  type EntryData,
  type EntryStatus,
  entriesApi,
} from '#workers/collections/entries.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { useVersioned } from '../../data/versioned.ts'
import { Button } from '../../ui/button.tsx'
import { ConflictNotice } from '../../ui/conflict-notice.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { removeEntries, settle } from './entry-changes.ts'
import { statusChoices } from './entry-status.tsx'
import { ValueField } from './value-field.tsx'

interface EntryDrawerProps {
  collection: Collection
  /** `new` for one that is to be written. */
  id: string
  onClose: () => void
  onListChange: () => void
}

/** One entry as a form. */
export function EntryDrawer(props: EntryDrawerProps) {
  const { collection, id, onClose } = props
  const params = { id: collection.websiteId, key: collection.key, entryId: id }
  const isNew = id === 'new'
  const entry = useResource(entriesApi.get, isNew ? null : { params })
  if (isNew || entry.data) return <EntryForm {...props} entry={entry.data} />
  return (
    <Drawer title={collection.singular} width={560} onClose={onClose}>
      {entry.problem ? (
        <Failed problem={entry.problem} onRetry={entry.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Drawer>
  )
}

interface EntryFormProps extends EntryDrawerProps {
  entry: Entry | undefined
}

function EntryForm({ collection, entry, onClose, onListChange }: EntryFormProps) {
  const place = { id: collection.websiteId, key: collection.key }
  const [values, setValues] = useState<EntryData>(() => entry?.data ?? defaultsOf(collection))
  const [status, setStatus] = useState<EntryStatus>(entry?.status ?? 'published')
  const [slug, setSlug] = useState(entry?.slug ?? '')
  const form = useForm(namesOf(collection, values))
  const params = { ...place, entryId: entry?.id ?? '' }
  const {
    theirs,
    save,
    settle: settled,
  } = useVersioned(entry ?? { version: 0 }, () => call(entriesApi.get, { params }))

  const take = (newest: Partial<Entry>) => {
    setValues(newest.data ?? {})
    setStatus(newest.status ?? status)
    setSlug(newest.slug ?? slug)
  }
  const submit = (event: Event) =>
    form.submit(event, async () => {
      if (entry) {
        const body = { data: changesOf(entry.data, values), status, ...(slug !== entry.slug && { slug }) }
        const saved = await save((version) => call(entriesApi.update, { params, body: { ...body, version } }))
        if (!saved) return
        toast(`${saved.title} saved`)
      } else {
        const body = { data: withoutEmpty(values), status, ...(slug.trim() && { slug }) }
        const made = await call(entriesApi.create, { params: place, body })
        toast(`${made.title} added`)
      }
      settle(place, onListChange)
      onClose()
    })
  return (
    <Drawer
      title={entry ? entry.title : `New ${collection.singular.toLowerCase()}`}
      width={560}
      onClose={onClose}
      foot={<EntryFoot {...{ collection, entry, onClose, onListChange }} isBusy={form.isBusy} />}
    >
      <form id="entry" class="grid grid-cols-1 gap-4" onSubmit={submit} noValidate>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {theirs && (
          <ConflictNotice
            noun="entry"
            onUseTheirs={() => {
              take(theirs)
              settled()
            }}
          />
        )}
        {collection.fields.map((field) => (
          <ValueField
            key={field.id}
            field={field}
            at={`data.${field.key}`}
            value={values[field.key]}
            onChange={(value) => setValues((now) => ({ ...now, [field.key]: value }))}
            errorAt={form.errorAt}
            websiteId={collection.websiteId}
            related={entry?.related ?? {}}
          />
        ))}
        <PublicationFields
          {...{ entry, status, slug }}
          onStatus={setStatus}
          onSlug={setSlug}
          error={form.errorAt('slug')}
        />
      </form>
    </Drawer>
  )
}

interface PublicationFieldsProps {
  entry: Entry | undefined
  status: EntryStatus
  slug: string
  onStatus: (status: EntryStatus) => void
  onSlug: (slug: string) => void
  error: { error?: string }
}

/** Whether visitors see it, and where. */
function PublicationFields({ entry, status, slug, onStatus, onSlug, error }: PublicationFieldsProps) {
  return (
    <div class="grid gap-4 border-t border-line-subtle pt-4 sm:grid-cols-2">
      <SelectField name="status" label="State" value={status} options={statusChoices} onChange={onStatus} />
      <TextField
        name="slug"
        label="Address"
        autocomplete="off"
        spellcheck={false}
        placeholder="Made from the title"
        value={slug}
        {...(entry?.path && { hint: entry.path })}
        onChange={onSlug}
        {...error}
      />
    </div>
  )
}

function EntryFoot({
  collection,
  entry,
  onClose,
  onListChange,
  isBusy,
}: Omit<EntryFormProps, 'id'> & { isBusy: boolean }) {
  const place = { id: collection.websiteId, key: collection.key }
  const remove = async () => {
    if (!entry) return
    try {
      await removeEntries(place, [entry.id], onListChange)
      onClose()
    } catch (thrown) {
      toastProblem(thrown, `${entry.title} was not removed`)
    }
  }
  return (
    <>
      {entry && (
        <Button look="danger-ghost" icon={<Trash2 />} onClick={remove}>
          Remove
        </Button>
      )}
      <span class="flex-1" />
      <Button onClick={onClose}>Cancel</Button>
      <Button type="submit" form="entry" look="primary" isBusy={isBusy}>
        {entry ? 'Save' : `Add ${collection.singular.toLowerCase()}`}
      </Button>
    </>
  )
}

const defaultsOf = ({ fields }: Collection): EntryData =>
  Object.fromEntries(
    fields.flatMap((field) => (field.default === undefined ? [] : [[field.key, field.default]])),
  )

const withoutEmpty = (values: EntryData): EntryData =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))

/** Only what is different is sent, so that others may change the rest. */
function changesOf(before: EntryData, after: EntryData): EntryData {
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[key] ?? null),
  )
  return Object.fromEntries(changed.map(([key, value]) => [key, value ?? null]))
}

/** Every place the API may say something about. */
function namesOf({ fields }: Collection, values: EntryData): string[] {
  const parts = ['src', 'alt', 'name', 'address', 'latitude', 'longitude']
  return [
    'slug',
    ...fields.flatMap(({ key, kind, fields: inner = [] }) => {
      const items = kind === 'group' && Array.isArray(values[key]) ? values[key] : []
      return [
        `data.${key}`,
        ...parts.map((part) => `data.${key}.${part}`),
        ...items.flatMap((_item, index) => inner.map((each) => `data.${key}.${index}.${each.key}`)),
      ]
    }),
  ]
}
