import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { agencyTemplatesApi } from '#workers/templates/agency-templates.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { useRun } from '../../data/runs.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RunSteps } from '../../ui/run-steps.tsx'

/** Takes a template over from a git repository, and shows how that goes. */
export function FetchTemplate({ onClose }: { onClose: () => void }) {
  const { route } = useLocation()
  const [url, setUrl] = useState('')
  const [ref, setRef] = useState('main')
  const [begun, setBegun] = useState<{ templateId: string; runId: string } | undefined>()
  const { run, retry } = useRun(begun?.runId)
  const form = useForm(['template_git_url', 'gitRef'])
  if (begun && run?.status === 'done') {
    invalidate('/templates')
    route(`/templates/${begun.templateId}`)
  }
  const send = (event: Event) =>
    form.submit(event, async () => {
      setBegun(await call(agencyTemplatesApi.fetch, { body: { template_git_url: url, gitRef: ref } }))
    })
  return (
    <Dialog
      title="Template from a git repository"
      onClose={onClose}
      onSubmit={send}
      width={520}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            look="primary"
            isBusy={form.isBusy || (run && run.status !== 'failed') === true}
          >
            Fetch
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="template_git_url"
          label="Address"
          hint="Of a public repository with a template.json at its top."
          placeholder="https://github.com/agency/template"
          type="url"
          required
          maxLength={512}
          value={url}
          onChange={setUrl}
          data-autofocus
          {...form.errorAt('template_git_url')}
        />
        <TextField
          name="gitRef"
          label="Branch, tag or commit"
          required
          maxLength={200}
          value={ref}
          onChange={setRef}
          {...form.errorAt('gitRef')}
        />
        {run && <RunSteps run={run} onRetry={retry} />}
      </div>
    </Dialog>
  )
}
