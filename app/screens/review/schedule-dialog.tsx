import { useEffect, useState } from 'preact/hooks'
import {
  type ScheduledAction,
  type ScheduledChange,
  scheduledChangesApi,
} from '#workers/review/scheduled-changes.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { inZone, localIn, momentIn, nextHour } from './zoned-time.ts'

interface ScheduleDialogProps {
  websiteId: string
  page?: { id: string; title: string; path: string | null }
  /** Something scheduled that gets another moment. */
  change?: ScheduledChange
  onClose: () => void
}

/** Sets the moment at which a page, or the website, goes live or disappears. */
export function ScheduleDialog({ websiteId, page, change, onClose }: ScheduleDialogProps) {
  const zone = useResource(scheduledChangesApi.timeZone, { params: { id: websiteId } })
  const timeZone = zone.data?.timeZone
  const [what, setWhat] = useState<'page' | 'all'>(page ? 'page' : 'all')
  const [action, setAction] = useState<ScheduledAction>('publish')
  const [local, setLocal] = useState('')
  const form = useForm(['at'])

  useEffect(() => {
    if (timeZone && !local) setLocal(localIn(timeZone, change ? new Date(change.at) : nextHour()))
  }, [timeZone])

  const save = (event: Event) =>
    form.submit(event, async () => {
      if (!timeZone) return
      const at = momentIn(timeZone, local).toISOString()
      if (change) {
        const { id, version } = change
        await call(scheduledChangesApi.move, { params: { id }, body: { at, version } })
      } else {
        const pageId = what === 'page' && page ? { pageId: page.id } : {}
        await call(scheduledChangesApi.create, { params: { id: websiteId }, body: { action, at, ...pageId } })
      }
      invalidate(`/websites/${websiteId}/scheduled-changes`)
      toast(`Scheduled for ${inZone(at, timeZone)}`)
      onClose()
    })
  return (
    <Dialog
      title={change ? 'Another moment' : 'Schedule'}
      onClose={onClose}
      onSubmit={save}
      width={440}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy} disabled={!local || !timeZone}>
            Schedule
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {!change && <What {...{ what, setWhat, action, setAction }} {...(page && { page })} />}
        <TextField
          {...{ name: 'at', label: 'When', type: 'datetime-local', required: true }}
          {...{ value: local, onChange: setLocal }}
          hint={timeZone && `In the website’s time zone, ${timeZone.replaceAll('_', ' ')}.`}
          {...form.errorAt('at')}
        />
      </div>
    </Dialog>
  )
}

interface WhatProps {
  page?: { title: string; path: string | null }
  what: 'page' | 'all'
  setWhat: (what: 'page' | 'all') => void
  action: ScheduledAction
  setAction: (action: ScheduledAction) => void
}

function What({ page, what, setWhat, action, setAction }: WhatProps) {
  const isHome = what === 'page' && page?.path === '/'
  const actions = [
    {
      value: 'publish' as const,
      label: what === 'page' ? 'The page goes live as it then is' : 'All that waits is published',
    },
    ...(isHome
      ? []
      : [
          {
            value: 'unpublish' as const,
            label: what === 'page' ? 'The page disappears' : 'The website goes offline',
          },
        ]),
  ]
  return (
    <>
      {page && (
        <SelectField
          name="what"
          label="What"
          value={what}
          options={[
            { value: 'page', label: `Only “${page.title}”` },
            { value: 'all', label: 'The whole website' },
          ]}
          onChange={setWhat}
        />
      )}
      <SelectField name="action" label="What happens" value={action} options={actions} onChange={setAction} />
    </>
  )
}
