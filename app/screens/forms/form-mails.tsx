import { Send } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { fillReply } from '#workers/forms/fill-reply.contract.ts'
import { formsApi } from '#workers/forms/forms.contract.ts'
import { call } from '../../api.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, Switch } from '../../ui/choices.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { TagInput } from '../../ui/tag-input.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { SettingsProps } from './form-builder.tsx'

/** Who is told of what is sent, and what whoever sends it is answered. */
export function FormMails(props: SettingsProps & { isSaved: boolean }) {
  return (
    <fieldset class="grid gap-4" disabled={!props.canWrite}>
      <Told {...props} />
      <Reply {...props} />
    </fieldset>
  )
}

function Told({ form, draft, errorAt, onChange }: SettingsProps) {
  const people = useResource(formsApi.people, { params: { id: form.websiteId } })
  const { notify } = draft.settings
  const set = (change: Partial<typeof notify>) => onChange({ notify: { ...notify, ...change } })
  const toggle = (id: string, isOn: boolean) =>
    set({ memberIds: isOn ? [...notify.memberIds, id] : notify.memberIds.filter((each) => each !== id) })
  return (
    <Card title="Who is told">
      <div class="grid gap-4">
        <Checkbox label="The owner of the agency" isOn={notify.owner} onChange={(owner) => set({ owner })} />
        <fieldset class="grid max-h-60 gap-2 overflow-y-auto">
          <legend class="label">People of the agency and the client</legend>
          {people.data?.items.map(({ id, name, email }) => (
            <Checkbox
              key={id}
              label={name || email}
              {...(name && { hint: email })}
              isOn={notify.memberIds.includes(id)}
              onChange={(isOn) => toggle(id, isOn)}
            />
          ))}
        </fieldset>
        <TagInput
          name="settings.notify.emails"
          label="Other addresses"
          placeholder="name@example.com"
          values={notify.emails}
          onChange={(emails) => set({ emails })}
          {...errorAt('settings.notify.emails')}
        />
      </div>
    </Card>
  )
}

function Reply({ form, draft, errorAt, onChange, isSaved }: SettingsProps & { isSaved: boolean }) {
  const [isBusy, setBusy] = useState(false)
  const { reply } = draft.settings
  const set = (change: Partial<typeof reply>) => onChange({ reply: { ...reply, ...change } })
  const named = draft.fields.filter(({ kind }) => kind !== 'heading' && kind !== 'step')
  const tryIt = async () => {
    setBusy(true)
    try {
      const { to } = await call(formsApi.tryReply, { params: { id: form.id } })
      toast(`A test is on its way to ${to}`)
    } catch (thrown) {
      toastProblem(thrown, 'The test was not sent')
    }
    setBusy(false)
  }
  return (
    <Card title="Answer by mail">
      <div class="grid gap-4">
        <Switch
          label="Answer whoever sends it"
          hint="Goes to the address in the field “email”, or the one chosen under Contacts."
          isOn={reply.isOn}
          onChange={(isOn) => set({ isOn })}
        />
        {reply.isOn && (
          <>
            <TextField
              name="settings.reply.subject"
              label="Subject"
              value={reply.subject}
              onChange={(subject) => set({ subject })}
              {...errorAt('settings.reply.subject')}
            />
            <TextAreaField
              name="settings.reply.text"
              label="Text"
              rows={6}
              hint="An empty line begins a paragraph."
              value={reply.text}
              onChange={(text) => set({ text })}
              {...errorAt('settings.reply.text')}
            />
            <div class="flex flex-wrap items-center gap-1.5">
              <span class="text-12 text-fg-3">Put in:</span>
              {named.map(({ draftId, name, label }) => (
                <button
                  key={draftId}
                  type="button"
                  class="badge hover:text-fg"
                  onClick={() => set({ text: `${reply.text}{{${name}}}` })}
                >
                  {label || name}
                </button>
              ))}
            </div>
            <ReplyPreview {...{ form, draft }} />
            <div class="flex flex-wrap items-center gap-3">
              <Button icon={<Send />} isBusy={isBusy} disabled={!isSaved} onClick={tryIt}>
                Send me a test
              </Button>
              {!isSaved && <span class="text-12 text-fg-3">Save first: the test is what is saved.</span>}
            </div>
          </>
        )}
      </div>
    </Card>
  )
}

/** The answer with labels in the place of what visitors write. */
function ReplyPreview({ form, draft }: Pick<SettingsProps, 'form' | 'draft'>) {
  const { subject, text } = draft.settings.reply
  const values = {
    ...Object.fromEntries(draft.fields.map(({ name, label }) => [name, `‹${label || name}›`])),
    ...{ form: form.name, website: form.websiteName },
  }
  return (
    <div class="rounded-md border border-line bg-surface-2 p-4" aria-live="polite">
      <p class="text-12 text-fg-3">{form.websiteName}</p>
      <p class="mb-2 font-semibold">{fillReply(subject, values) || 'Subject'}</p>
      <p class="whitespace-pre-line text-fg-2">{fillReply(text, values) || 'What you write appears here.'}</p>
    </div>
  )
}
