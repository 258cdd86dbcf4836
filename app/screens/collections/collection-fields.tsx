import { Plus, RotateCcw, Save } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import {
  type Collection,
  collectionsApi,
  type FieldsPreview,
} from '#workers/collections/collections.contract.ts'
import { keyFor } from '#workers/collections/fields.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TitleRow } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { ListRow } from '../builder/controls/list-row.tsx'
import { useDragOrder } from '../builder/controls/use-drag-order.ts'
import { collectionPath } from './collection-path.ts'
import { CollectionSettings } from './collection-settings.tsx'
import { ConfirmFields } from './confirm-fields.tsx'
import { type FieldDraft, fieldsOf, kindChoices, newField, toFields } from './field-drafts.ts'
import { FieldSettings } from './field-settings.tsx'
import { RemovedFields } from './removed-fields.tsx'
import { ValueField } from './value-field.tsx'

export const prefetch = ({ id = '', key = '' }: Record<string, string>) =>
  load(collectionsApi.get, { params: { id, key } })

export function Screen() {
  const { id = '', key = '' } = useRoute().params
  const collection = useResource(collectionsApi.get, { params: { id, key } })
  const { data } = collection
  usePage(data && `Fields of ${data.name}`, [
    ...(data ? [{ label: data.websiteName, href: `/websites/${id}?tab=collections` }] : []),
    ...(data ? [{ label: data.name, href: collectionPath(id, key) }] : []),
  ])
  if (data)
    return <FieldsPage key={`${data.id} ${data.version}`} collection={data} reload={collection.reload} />
  return (
    <div class="page">
      {collection.problem ? (
        <Failed problem={collection.problem} onRetry={collection.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  )
}

export interface FieldsPageProps {
  collection: Collection
  reload: () => Promise<void>
}

function FieldsPage({ collection, reload }: FieldsPageProps) {
  const canWrite = useMay()('content:write')
  const params = { id: collection.websiteId, key: collection.key }
  const first = useMemo(() => fieldsOf(collection), [collection])
  const [fields, setFields] = useState(first)
  const [titleField, setTitleField] = useState(collection.titleField)
  const [preview, setPreview] = useState<FieldsPreview | undefined>()
  const form = useForm([])
  const isChanged = fields !== first || titleField !== collection.titleField

  const store = async () => {
    const body = { fields: toFields(fields), titleField, version: collection.version }
    const { runId } = await call(collectionsApi.update, { params, body })
    setPreview(undefined)
    invalidate(`/websites/${collection.websiteId}`)
    await reload()
    toast(runId ? { title: 'Fields saved', body: 'The entries are being taken along.' } : 'Fields saved')
  }
  const submit = (event: Event) =>
    form.submit(event, async () => {
      const found = await call(collectionsApi.preview, { params, body: { fields: toFields(fields) } })
      const isHarmless = found.changes.every(({ lost, missing }) => lost + missing === 0)
      if (isHarmless) await store()
      else setPreview(found)
    })

  return (
    <div class="page">
      <TitleRow title={`Fields of ${collection.name}`} lead={<span class="code">{collection.key}</span>}>
        <LinkButton href={collectionPath(collection.websiteId, collection.key)}>Entries</LinkButton>
        {canWrite && isChanged && (
          <Button icon={<RotateCcw />} onClick={() => setFields(first)}>
            Discard
          </Button>
        )}
        {canWrite && (
          <Button look="primary" icon={<Save />} disabled={!isChanged} isBusy={form.isBusy} onClick={submit}>
            Save fields
          </Button>
        )}
      </TitleRow>
      {form.errors.top && (
        <div class="mb-4">
          <Notice tone="danger">{readable(form.errors.top, fields)}</Notice>
        </div>
      )}
      <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div class="grid gap-4">
          <FieldList
            fields={fields}
            onChange={setFields}
            canWrite={canWrite}
            titleField={titleField}
            onTitle={setTitleField}
            websiteId={collection.websiteId}
          />
          <RemovedFields collection={collection} reload={reload} />
          <CollectionSettings collection={collection} reload={reload} />
        </div>
        <FormPreview fields={fields} websiteId={collection.websiteId} />
      </div>
      {preview && <ConfirmFields preview={preview} onConfirm={store} onClose={() => setPreview(undefined)} />}
    </div>
  )
}

/** `fields.2.options: …` as “Price: …”. */
function readable(message: string, fields: readonly FieldDraft[]): string {
  return message.replace(
    /^fields\.(\d+)\.?[\w.]*: /,
    (_whole, at: string) => `${fields[Number(at)]?.label || 'A field'}: `,
  )
}

interface FieldListProps {
  fields: FieldDraft[]
  titleField: string
  websiteId: string
  canWrite: boolean
  onChange: (fields: FieldDraft[]) => void
  onTitle: (key: string) => void
}

function FieldList({ fields, onChange, canWrite, titleField, onTitle, websiteId }: FieldListProps) {
  const [openKey, setOpenKey] = useState<string | undefined>()
  const move = (from: number, to: number) => {
    const moved = fields[from]
    if (moved && to >= 0 && to < fields.length) onChange(fields.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  const { list, drag, grip, edgeOf } = useDragOrder(move)
  const change = (index: number, next: FieldDraft) => {
    if (fields[index]?.key === titleField) onTitle(next.key)
    onChange(fields.with(index, next))
  }
  const add = (field: FieldDraft, at = fields.length) => {
    onChange(fields.toSpliced(at, 0, field))
    setOpenKey(field.draftId)
  }
  const duplicate = (index: number, { id: _id, ...field }: FieldDraft) =>
    add(
      {
        ...field,
        draftId: crypto.randomUUID(),
        key: keyFor(
          field.label,
          fields.map(({ key }) => key),
        ),
      },
      index + 1,
    )

  return (
    <Card title="Fields" isFlush>
      <ul ref={list} class="divide-y divide-line-subtle">
        {fields.map((field, index) => (
          <ListRow
            key={field.draftId}
            name={rowName(field, titleField)}
            index={index}
            length={fields.length}
            isOpen={field.draftId === openKey && !drag}
            isDragged={drag?.from === index}
            edge={edgeOf(index)}
            grip={grip(index)}
            onToggle={() => setOpenKey(field.draftId === openKey ? undefined : field.draftId)}
            onMove={(to) => move(index, to)}
            onDuplicate={() => duplicate(index, field)}
            onRemove={() => onChange(fields.toSpliced(index, 1))}
          >
            <FieldSettings
              {...{ field, websiteId, canWrite, isTitle: field.key === titleField }}
              taken={fields.filter((each) => each !== field).map(({ key }) => key)}
              onChange={(next) => change(index, next)}
              onTitle={() => onTitle(field.key)}
            />
          </ListRow>
        ))}
      </ul>
      {canWrite && (
        <div class="border-t border-line-subtle p-2">
          <Menu
            label="Add field"
            class="btn btn-ghost btn-sm"
            items={kindChoices.map(({ value, label }) => ({
              ...{ id: value, label },
              onSelect: () => add(newField(value, fields)),
            }))}
          >
            <Plus />
            Add field
          </Menu>
        </div>
      )}
    </Card>
  )
}

function rowName({ label, kind, isRequired, key }: FieldDraft, titleField: string): string {
  const named = kindChoices.find(({ value }) => value === kind)?.label ?? kind
  return [
    label || 'Unnamed',
    `${named.toLowerCase()}${isRequired ? ', required' : ''}${key === titleField ? ', title' : ''}`,
  ].join(' · ')
}

/** The form people will fill in, as the fields are now. */
function FormPreview({ fields, websiteId }: { fields: readonly FieldDraft[]; websiteId: string }) {
  const [values, setValues] = useState<Record<string, unknown>>({})
  return (
    <div class="lg:sticky lg:top-4">
      <Card title="How the form looks">
        <div class="grid grid-cols-1 gap-4">
          {fields.map(({ draftId, ...field }) => (
            <ValueField
              key={`${draftId} ${field.kind}`}
              field={{ ...field, id: draftId }}
              at={`preview.${field.key}`}
              value={values[draftId] ?? field.default}
              onChange={(value) => setValues((now) => ({ ...now, [draftId]: value }))}
              errorAt={() => ({})}
              websiteId={websiteId}
              related={{}}
            />
          ))}
        </div>
      </Card>
    </div>
  )
}
