import { ShieldAlert, ShieldCheck, Trash2, UserRound } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import { formsApi } from '#workers/forms/forms.contract.ts'
import { BETWEEN_ANSWERS } from '#workers/forms/published-form.contract.ts'
import { type SubmissionDetail, submissionsApi } from '#workers/forms/submissions.contract.ts'
import { call } from '../../api.ts'
import { useResource } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { changeEntries, type EntryChange, removeEntries } from './entry-changes.ts'

interface EntryDrawerProps {
  id: string
  websiteId: string
  clientId: string
  canWrite: boolean
  onChanged: () => void
  onClose: () => void
}

/** One entry whole. Opening it is reading it. */
export function EntryDrawer({ id, websiteId, clientId, canWrite, onChanged, onClose }: EntryDrawerProps) {
  const entry = useResource(submissionsApi.get, { params: { id } })
  const { data } = entry
  const isNew = data?.status === 'new'
  useEffect(() => {
    if (!isNew || !canWrite) return
    call(submissionsApi.change, { body: { ids: [id], status: 'read' } }).then(onChanged, () => undefined)
  }, [isNew, canWrite, id])

  const change = (next: EntryChange) =>
    changeEntries([id], next, () => {
      entry.reload()
      onChanged()
    })
  return (
    <Drawer title={data ? data.sender || 'Someone' : 'Entry'} onClose={onClose}>
      {data ? (
        <div class="grid gap-5">
          <p class="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-fg-3">
            <a class="link" href={`/websites/${websiteId}/forms/${data.formId}`}>
              {data.formName}
            </a>
            · <span class="code">{data.path}</span> · <Ago at={data.createdAt} />
          </p>
          {data.status === 'spam' && (
            <Notice tone="warning">
              Kept apart as spam{data.spamReason && `: ${data.spamReason}`}. Nobody was told of it.
            </Notice>
          )}
          <Answers entry={data} />
          {data.contactId && (
            <div>
              <LinkButton
                icon={<UserRound />}
                href={`/contacts?clientId=${clientId}&contact=${data.contactId}`}
              >
                Open contact
              </LinkButton>
            </div>
          )}
          {canWrite && <Assignee {...{ websiteId, entry: data }} onChange={change} />}
          <Mails entry={data} />
          {canWrite && (
            <div class="flex flex-wrap gap-2 border-t border-line-subtle pt-4">
              {data.status === 'spam' ? (
                <Button look="primary" icon={<ShieldCheck />} onClick={() => change({ status: 'new' })}>
                  Not spam
                </Button>
              ) : (
                <>
                  <Button onClick={() => change({ status: 'new' })}>Mark as new</Button>
                  <Button icon={<ShieldAlert />} onClick={() => change({ status: 'spam' })}>
                    Spam
                  </Button>
                </>
              )}
              <Button
                look="danger-ghost"
                icon={<Trash2 />}
                onClick={() =>
                  removeEntries([id], () => {
                    onChanged()
                    onClose()
                  })
                }
              >
                Delete
              </Button>
            </div>
          )}
        </div>
      ) : entry.problem ? (
        <Failed problem={entry.problem} onRetry={entry.reload} />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </Drawer>
  )
}

function Answers({ entry: { answers } }: { entry: SubmissionDetail }) {
  return (
    <dl class="grid gap-3">
      {answers.map(({ name, label, kind, value }) => (
        <div key={name}>
          <dt class="text-12 text-fg-3">{label}</dt>
          <dd class="whitespace-pre-line break-words">
            <Answer kind={kind} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({ kind, value }: { kind: string; value: string }) {
  if (kind === 'email')
    return (
      <a class="link" href={`mailto:${value}`}>
        {value}
      </a>
    )
  if (kind === 'rating') return <>{value} of 5</>
  if (kind === 'checkbox' || kind === 'consent') return <>Yes</>
  return <>{kind === 'checkboxes' ? value.replaceAll(BETWEEN_ANSWERS, ', ') : value}</>
}

interface AssigneeProps {
  websiteId: string
  entry: SubmissionDetail
  onChange: (change: EntryChange) => void
}

function Assignee({ websiteId, entry, onChange }: AssigneeProps) {
  const people = useResource(formsApi.people, { params: { id: websiteId } })
  const known = (people.data?.items ?? []).map(({ id, name, email }) => ({ value: id, label: name || email }))
  const { assignee } = entry
  const isKnown = !assignee || known.some(({ value }) => value === assignee.id)
  return (
    <SelectField
      name="assignee"
      label="Assigned to"
      value={assignee?.id ?? ''}
      options={[
        { value: '', label: 'Nobody' },
        ...(isKnown || !assignee ? [] : [{ value: assignee.id, label: assignee.name }]),
        ...known,
      ]}
      onChange={(next) => onChange({ assigneeId: next || null })}
    />
  )
}

const mailNames: Record<string, string> = {
  'form.submission': 'Told',
  'form.reply': 'Answered',
  'subscriber.confirmation': 'Asked to confirm',
}

function Mails({ entry: { mails } }: { entry: SubmissionDetail }) {
  if (mails.length === 0) return null
  return (
    <section>
      <h3 class="label">Mails</h3>
      <ul class="grid gap-1.5">
        {mails.map(({ kind, to, status, problem }) => (
          <li key={`${kind} ${to}`} class="flex flex-wrap items-center gap-2">
            <span class="text-fg-3">{mailNames[kind] ?? kind}</span>
            <span class="min-w-0 truncate">{to}</span>
            <Badge tone={status === 'sent' ? 'success' : problem ? 'danger' : 'neutral'}>
              {status === 'sent' ? 'Sent' : problem ? 'Not sent yet' : 'On its way'}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
