import { Inbox, RotateCcw, Save } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { FormSettings } from '#workers/forms/form-settings.contract.ts'
import { type Form, formsApi } from '#workers/forms/forms.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { useQuery } from '../../data/query.ts'
import { invalidate, prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TitleRow } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toasts.tsx'
import { AfterSending } from './after-sending.tsx'
import { type FieldDraft, toDrafts, toFields } from './field-drafts.ts'
import { FieldList } from './field-list.tsx'
import { FormContacts } from './form-contacts.tsx'
import { FormLimits } from './form-limits.tsx'
import { FormMails } from './form-mails.tsx'
import { entriesPath } from './form-path.ts'
import { FormPlaces } from './form-places.tsx'
import { FormPreview } from './form-preview.tsx'

export const prefetch = ({ form = '' }: Record<string, string>) =>
  load(formsApi.get, { params: { id: form } })

export function Screen() {
  const { id: websiteId = '', form: id = '' } = useRoute().params
  const form = useResource(formsApi.get, { params: { id } })
  const { data } = form
  usePage(data?.name, data && [{ label: data.websiteName, href: `/websites/${websiteId}?tab=forms` }])
  if (data) return <FormPage key={`${data.id} ${data.version}`} form={data} reload={form.reload} />
  return (
    <div class="page">
      {form.problem ? <Failed problem={form.problem} onRetry={form.reload} /> : <SkeletonLines lines={8} />}
    </div>
  )
}

/** What is being changed of a form. */
export interface FormDraft {
  name: string
  submitLabel: string
  fields: FieldDraft[]
  settings: FormSettings
}

/** A part of the settings of a form. */
export interface SettingsProps {
  form: Form
  draft: FormDraft
  canWrite: boolean
  errorAt: (field: string) => { error?: string }
  onChange: (change: Partial<FormSettings>) => void
}

const errorFields = [
  ...['name', 'submitLabel', 'settings.after.message', 'settings.after.url', 'settings.reply.subject'],
  ...['settings.reply.text', 'settings.closesAt', 'settings.notify.emails'],
]

function FormPage({ form, reload }: { form: Form; reload: () => Promise<void> }) {
  const canWrite = useMay()('content:write')
  const [query, setQuery] = useQuery()
  const first = useMemo(() => draftOf(form), [form])
  const [draft, setDraft] = useState<FormDraft>(first)
  const saving = useForm(errorFields)
  const isChanged = draft !== first
  const change = (part: Partial<FormDraft>) => setDraft((now) => ({ ...now, ...part }))

  const submit = (event: Event) =>
    saving.submit(event, async () => {
      const { name, submitLabel, settings } = draft
      const own = form.collection ? {} : { fields: toFields(draft.fields) }
      await call(formsApi.update, {
        params: { id: form.id },
        body: { name, submitLabel, settings, ...own, version: form.version },
      })
      invalidate(`/websites/${form.websiteId}`)
      await reload()
      toast({ title: 'Form saved', body: 'Visitors see what it asks with the next publication.' })
    })
  const settings: SettingsProps = {
    ...{ form, draft, canWrite, errorAt: saving.errorAt },
    onChange: (part) => change({ settings: { ...draft.settings, ...part } }),
  }
  const tabs = [
    { id: 'fields', label: 'Fields', panel: () => <FieldsPart {...settings} onDraft={change} /> },
    { id: 'after', label: 'After sending', panel: () => <AfterSending {...settings} /> },
    { id: 'mails', label: 'Mails', panel: () => <FormMails {...settings} isSaved={!isChanged} /> },
    { id: 'contacts', label: 'Contacts', panel: () => <FormContacts {...settings} /> },
    { id: 'limits', label: 'Limits and spam', panel: () => <FormLimits {...settings} /> },
  ]
  return (
    <div class="page">
      <TitleRow title={form.name} lead={<PublishedBadge form={form} />}>
        <LinkButton href={entriesPath(form.websiteId, { form: form.id })} icon={<Inbox />}>
          Entries {form.counts.sent > 0 && form.counts.sent.toLocaleString()}
        </LinkButton>
        {canWrite && isChanged && (
          <Button icon={<RotateCcw />} onClick={() => setDraft(first)}>
            Discard
          </Button>
        )}
        {canWrite && (
          <Button
            look="primary"
            icon={<Save />}
            disabled={!isChanged}
            isBusy={saving.isBusy}
            onClick={submit}
          >
            Save
          </Button>
        )}
      </TitleRow>
      {saving.errors.top && (
        <div class="mb-4">
          <Notice tone="danger">{readable(saving.errors.top, draft.fields)}</Notice>
        </div>
      )}
      <div class="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div class="min-w-0">
          <Tabs
            label="Parts of the form"
            tabs={tabs}
            current={query.part ?? 'fields'}
            onChange={(part) => setQuery({ part: part === 'fields' ? undefined : part })}
            class="mb-4"
          />
        </div>
        <div class="min-w-0 lg:sticky lg:top-4">
          <Preview form={form} draft={draft} />
        </div>
      </div>
    </div>
  )
}

interface FieldsPartProps extends SettingsProps {
  onDraft: (change: Partial<FormDraft>) => void
}

function FieldsPart({ form, draft, canWrite, errorAt, onDraft }: FieldsPartProps) {
  return (
    <div class="grid gap-4">
      {form.collection && (
        <Notice>
          The collection {form.collection.name} says what this form asks. Change it in the settings of the
          collection.
        </Notice>
      )}
      <FieldList
        fields={draft.fields}
        canWrite={canWrite && !form.collection}
        onChange={(fields) => onDraft({ fields })}
      />
      <div class="card grid gap-4 p-4 sm:grid-cols-2">
        <TextField
          name="name"
          label="Name of the form"
          hint="Visitors do not see it."
          value={draft.name}
          onChange={(name) => onDraft({ name })}
          {...errorAt('name')}
        />
        <TextField
          name="submitLabel"
          label="What the button says"
          value={draft.submitLabel}
          onChange={(submitLabel) => onDraft({ submitLabel })}
          {...errorAt('submitLabel')}
        />
      </div>
      <FormPlaces form={form} />
    </div>
  )
}

const draftOf = ({ name, submitLabel, fields, settings }: Form): FormDraft => ({
  ...{ name, submitLabel, settings },
  fields: toDrafts(fields),
})

function Preview({ form, draft }: { form: Form; draft: FormDraft }) {
  const { fields, submitLabel } = draft
  const drawn = useMemo(
    () => ({ id: form.slug, fields: toFields(fields), submitLabel }),
    [fields, submitLabel],
  )
  return <FormPreview websiteId={form.websiteId} form={drawn} />
}

function PublishedBadge({ form }: { form: Form }) {
  if (form.isArchived) return <Badge>Archived</Badge>
  return form.isPublished ? (
    <Badge tone="success" hasDot>
      Visitors see it like this
    </Badge>
  ) : (
    <Badge tone="warning" hasDot>
      Changes wait for the next publication
    </Badge>
  )
}

/** `fields.2.options: …` as “Price: …”. */
const readable = (message: string, fields: readonly FieldDraft[]): string =>
  message.replace(
    /^fields\.(\d+)\.?[\w.]*: /,
    (_whole, at: string) => `${fields[Number(at)]?.label || 'A field'}: `,
  )
