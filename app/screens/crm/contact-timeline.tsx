import { GitMerge, type LucideIcon, MessageSquareText, Pencil, StickyNote, UserPlus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Activity, type Contact, contactsApi } from '#workers/crm/contacts.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useForm } from '../../data/form.ts'
import { usePages } from '../../data/pages.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'

const icons: Record<Activity['kind'], LucideIcon> = {
  submission: MessageSquareText,
  note: StickyNote,
  created: UserPlus,
  changed: Pencil,
  merged: GitMerge,
}

/** What happened with a contact, and a place to write down what was said. */
export function ContactTimeline({ contact }: { contact: Contact }) {
  const may = useMay()
  const pages = usePages(contactsApi.activities, { params: { id: contact.id }, query: {} })
  return (
    <section class="mt-6 border-t border-line pt-5" aria-label="Timeline">
      <h3 class="mb-3 font-semibold">Timeline</h3>
      {may('contacts:write') && <NoteForm contactId={contact.id} onAdded={pages.reload} />}
      {!pages.items &&
        (pages.problem ? <Failed problem={pages.problem} onRetry={pages.reload} /> : <SkeletonLines />)}
      <ol class="mt-4">
        {pages.items?.map((activity, index) => (
          <TimelineItem
            key={activity.id}
            activity={activity}
            isLast={index === (pages.items?.length ?? 0) - 1}
          />
        ))}
      </ol>
      {pages.hasMore && (
        <Button size="sm" isBusy={pages.isLoadingMore} onClick={pages.loadMore}>
          Show more
        </Button>
      )}
    </section>
  )
}

function TimelineItem({ activity, isLast }: { activity: Activity; isLast: boolean }) {
  const Icon = icons[activity.kind]
  const details = Object.entries(activity.details).filter(([, value]) => value)
  return (
    <li class="relative flex gap-3 pb-5">
      {!isLast && <span class="absolute top-7 bottom-1 left-[11.5px] w-px bg-line" aria-hidden="true" />}
      <span class="grid h-6 w-6 flex-none place-items-center rounded-full bg-surface-3 text-fg-3">
        <Icon size={13} strokeWidth={1.75} />
      </span>
      <div class="min-w-0 flex-1">
        <div class="flex items-baseline gap-2">
          <b class="min-w-0 flex-1 font-medium">{activity.title}</b>
          <Ago at={activity.createdAt} class="flex-none text-12 text-fg-3" />
        </div>
        <div class="text-12 text-fg-3">{activity.by}</div>
        {activity.body && <p class="mt-1.5 break-words whitespace-pre-line">{activity.body}</p>}
        {details.length > 0 && (
          <dl class="facts mt-2 rounded-md bg-surface-3 px-3 py-2 text-12">
            {details.map(([name, value]) => [
              <dt key={`${name}-label`}>{name}</dt>,
              <dd key={name} class="whitespace-pre-line">
                {value}
              </dd>,
            ])}
          </dl>
        )}
      </div>
    </li>
  )
}

function NoteForm({ contactId, onAdded }: { contactId: string; onAdded: () => Promise<void> }) {
  const [body, setBody] = useState('')
  const form = useForm(['body'])
  const add = (event: Event) =>
    form.submit(event, async () => {
      await call(contactsApi.addNote, { params: { id: contactId }, body: { body } })
      setBody('')
      await onAdded()
    })
  return (
    <form onSubmit={add} class="grid gap-2" noValidate>
      <TextAreaField
        name="body"
        label="Note"
        rows={2}
        placeholder="What was said, what comes next"
        value={body}
        onChange={setBody}
        {...(form.errors.top && { error: form.errors.top })}
        {...form.errorAt('body')}
      />
      {body.trim() && (
        <div>
          <Button type="submit" size="sm" look="primary" isBusy={form.isBusy}>
            Add note
          </Button>
        </div>
      )}
    </form>
  )
}
