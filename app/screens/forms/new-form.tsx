import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { formsApi } from '#workers/forms/forms.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formPath } from './form-path.ts'
import { type Preset, presets } from './form-presets.ts'

interface NewFormProps {
  websiteId: string
  onClose: () => void
}

/** A new form, begun with what most ask; its fields are looked at next. */
export function NewForm({ websiteId, onClose }: NewFormProps) {
  const { route } = useLocation()
  const [preset, setPreset] = useState<Preset | undefined>(presets[0])
  const [name, setName] = useState(presets[0]?.name ?? '')
  const form = useForm(['name'])
  const choose = (next: Preset) => {
    if (name === preset?.name || !name.trim()) setName(next.name)
    setPreset(next)
  }
  const submit = (event: Event) =>
    form.submit(event, async () => {
      if (!preset) return
      const { fields, submitLabel, subscribes = false } = preset
      const made = await call(formsApi.create, {
        params: { id: websiteId },
        body: { name, fields, submitLabel, settings: { subscribes } },
      })
      invalidate(`/websites/${websiteId}`)
      onClose()
      route(formPath(websiteId, made.id))
    })
  return (
    <Dialog
      title="New form"
      width={600}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Make form
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <fieldset>
          <legend class="label">Start from</legend>
          <div class="grid gap-2 sm:grid-cols-2">
            {presets.map((each) => (
              <label
                key={each.id}
                class={cx(
                  'cursor-pointer rounded-md border p-3 shadow-1 has-focus-visible:outline-2 has-focus-visible:outline-(--ring)',
                  each === preset
                    ? 'border-brand bg-surface-2'
                    : 'border-line bg-surface hover:border-line-strong',
                )}
              >
                <input
                  type="radio"
                  name="preset"
                  class="sr"
                  value={each.id}
                  checked={each === preset}
                  onChange={() => choose(each)}
                />
                <span class="block font-medium">{each.name}</span>
                <span class="block text-12 text-pretty text-fg-3">{each.summary}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField
          name="name"
          label="Name"
          hint="Visitors do not see it."
          required
          autocomplete="off"
          value={name}
          onChange={setName}
          {...form.errorAt('name')}
        />
      </div>
    </Dialog>
  )
}
