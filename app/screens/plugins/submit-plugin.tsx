import { useState } from 'preact/hooks'
import { agencyPluginsApi } from '#workers/plugins/plugins.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'

interface SubmitPluginProps {
  reload: () => Promise<void>
  onClose: () => void
}

/** Takes in a plugin somebody else wrote; it waits for its review from then on. */
export function SubmitPlugin({ reload, onClose }: SubmitPluginProps) {
  const [manifest, setManifest] = useState('')
  const [code, setCode] = useState('')
  const form = useForm(['manifest', 'code'])

  const submit = (event: Event) => {
    const parsed = parse(manifest)
    if (parsed === undefined) {
      event.preventDefault()
      form.setErrors({ top: undefined, fields: { manifest: 'This is not valid JSON.' } })
      return
    }
    form.submit(event, async () => {
      // The API says what is wrong with a manifest, field by field.
      const body = { manifest: parsed as never, code }
      const { name } = await call(agencyPluginsApi.submit, { body })
      await reload()
      toast(`${name} waits for its review`)
      onClose()
    })
  }
  return (
    <Dialog
      title="Add a plugin"
      onClose={onClose}
      onSubmit={submit}
      width={640}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Hand in for review
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <p class="text-fg-2">Nothing of it runs before it has been reviewed and approved.</p>
        <TextAreaField
          name="manifest"
          label="Manifest"
          hint="JSON: what the plugin is called, brings and may do."
          rows={9}
          isCode
          required
          value={manifest}
          onChange={setManifest}
          data-autofocus
          {...form.errorAt('manifest')}
        />
        <TextAreaField
          name="code"
          label="Code"
          hint="One JavaScript module."
          rows={9}
          isCode
          required
          value={code}
          onChange={setCode}
          {...form.errorAt('code')}
        />
      </div>
    </Dialog>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
