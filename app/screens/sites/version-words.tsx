import { useState } from 'preact/hooks'
import { type Snapshot, snapshotsApi } from '#workers/sites/snapshots.contract.ts'
import { call } from '../../api.ts'
import { type Form, useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

/** What a version is called, and what is said about it. */
export interface VersionWords {
  name: string
  note: string
}

interface FieldsProps {
  words: VersionWords
  onChange: (words: VersionWords) => void
  form?: Form
}

export function WordsFields({ words, onChange, form }: FieldsProps) {
  return (
    <div class="grid gap-4">
      <TextField
        {...{ name: 'name', label: 'Name of this version', isOptional: true, maxLength: 80 }}
        placeholder="Spring menu"
        hint="Versions with a name are kept for good."
        value={words.name}
        onChange={(name) => onChange({ ...words, name })}
        {...form?.errorAt('name')}
      />
      <TextAreaField
        {...{ name: 'note', label: 'Note', isOptional: true, maxLength: 500, rows: 2 }}
        value={words.note}
        onChange={(note) => onChange({ ...words, note })}
        {...form?.errorAt('note')}
      />
    </div>
  )
}

interface DialogProps {
  snapshot: Snapshot
  onSaved: () => Promise<void>
  onClose: () => void
}

/** Names a version later. */
export function VersionWordsDialog({ snapshot, onSaved, onClose }: DialogProps) {
  const [words, setWords] = useState<VersionWords>({ name: snapshot.name, note: snapshot.note })
  const form = useForm(['name', 'note'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      await call(snapshotsApi.change, { params: { id: snapshot.id }, body: words })
      await onSaved()
      toast(`Version ${snapshot.number} saved`)
      onClose()
    })
  return (
    <Dialog
      title={`Version ${snapshot.number}`}
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
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      <WordsFields {...{ words, form }} onChange={setWords} />
    </Dialog>
  )
}
