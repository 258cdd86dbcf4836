import { useState } from 'preact/hooks'
import { agencyTemplatesApi } from '#workers/templates/agency-templates.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { TemplateProps } from './template.tsx'
import { type FactsDraft, factsFields, TemplateFacts } from './template-facts.tsx'

export function EditTemplate({ template, reload, onClose }: TemplateProps & { onClose: () => void }) {
  const { id, name, description, industry, category, version } = template
  const [draft, setDraft] = useState<FactsDraft>({ name, description, industry, category })
  const form = useForm(factsFields)
  const save = (event: Event) =>
    form.submit(event, async () => {
      await call(agencyTemplatesApi.change, { params: { id }, body: { ...draft, version } })
      invalidate('/templates')
      await reload()
      toast('Saved')
      onClose()
    })
  return (
    <Dialog
      title={`Change ${name}`}
      onClose={onClose}
      onSubmit={save}
      width={520}
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
        <TemplateFacts
          draft={draft}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
          form={form}
        />
      </div>
    </Dialog>
  )
}
