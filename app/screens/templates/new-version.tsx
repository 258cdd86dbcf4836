import { useState } from 'preact/hooks'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { type AgencyTemplate, agencyTemplatesApi } from '#workers/templates/agency-templates.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { everything, WhatGoesIn } from './save-template.tsx'

interface NewVersionProps {
  template: AgencyTemplate
  onStarted: (runId: string) => void
  onClose: () => void
}

/** Takes a website over again, the one the template was made from unless another is chosen. */
export function NewVersion({ template, onStarted, onClose }: NewVersionProps) {
  const websites = useResource(websitesApi.list, { query: { limit: 200 } })
  const [chosen, setChosen] = useState(template.sourceSiteId ?? '')
  const [choice, setChoice] = useState(everything)
  const [note, setNote] = useState('')
  const form = useForm(['websiteId', 'note'])
  const options = (websites.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const websiteId = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '')
  const start = (event: Event) =>
    form.submit(event, async () => {
      const body = { websiteId, ...choice, note }
      const { runId } = await call(agencyTemplatesApi.renew, { params: { id: template.id }, body })
      onStarted(runId)
      onClose()
    })
  return (
    <Dialog
      title={`New version of ${template.name}`}
      onClose={onClose}
      onSubmit={start}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={websiteId === ''}>
            Make it
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <SelectField
          name="websiteId"
          label="From"
          value={websiteId}
          options={options}
          onChange={(id) => {
            setChosen(id)
            setChoice(everything)
          }}
          {...form.errorAt('websiteId')}
        />
        <TextField
          name="note"
          label="What changed"
          isOptional
          maxLength={300}
          value={note}
          onChange={setNote}
          {...form.errorAt('note')}
        />
        {websiteId && <WhatGoesIn websiteId={websiteId} choice={choice} onChange={setChoice} />}
      </div>
    </Dialog>
  )
}
