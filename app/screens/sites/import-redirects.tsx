import { useState } from 'preact/hooks'
import type { AnswerOf } from '#workers/core/endpoint.contract.ts'
import { redirectsApi } from '#workers/sites/redirects.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextAreaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/numbers.ts'
import { toast } from '../../ui/toasts.tsx'

type Result = AnswerOf<typeof redirectsApi.import>

interface ImportRedirectsProps {
  website: Website
  onDone: () => Promise<void>
  onClose: () => void
}

export function ImportRedirects({ website, onDone, onClose }: ImportRedirectsProps) {
  const [csv, setCsv] = useState('')
  const [result, setResult] = useState<Result | undefined>()
  const form = useForm(['csv'])

  const bring = (event: Event) =>
    form.submit(event, async () => {
      const answer = await call(redirectsApi.import, { params: { websiteId: website.id }, body: { csv } })
      await onDone()
      if (answer.problems.length > 0) return setResult(answer)
      toast(`${counted(answer.added, 'redirect')} added, ${answer.changed} changed`)
      onClose()
    })
  return (
    <Dialog
      title="Import redirects"
      onClose={onClose}
      onSubmit={bring}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>{result ? 'Close' : 'Cancel'}</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={!csv.trim()}>
            Import
          </Button>
        </>
      }
    >
      <div class="grid gap-3">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {result && <ImportResult result={result} />}
        <Field label="A CSV file" hint="Columns: from, to and, if you like, status.">
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,text/csv,text/plain"
              class="input"
              onChange={async (event) => setCsv((await event.currentTarget.files?.[0]?.text()) ?? '')}
            />
          )}
        </Field>
        <TextAreaField
          name="csv"
          label="Or its lines"
          placeholder={'/old-page,/new-page\n/shop/*,/store/:splat,302'}
          rows={6}
          isCode
          value={csv}
          onChange={setCsv}
          {...form.errorAt('csv')}
        />
      </div>
    </Dialog>
  )
}

function ImportResult({ result: { added, changed, problems } }: { result: Result }) {
  return (
    <Notice tone="warning">
      <p>
        {counted(added, 'redirect')} added, {changed} changed, {counted(problems.length, 'line')} left out:
      </p>
      <ul class="mt-1 max-h-32 overflow-y-auto">
        {problems.map(({ line, message }) => (
          <li key={line}>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
