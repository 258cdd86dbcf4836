import { CalendarClock, Pencil, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type ScheduledChange, scheduledChangesApi } from '#workers/review/scheduled-changes.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useResource } from '../../data/resources.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { ListRest } from './list-rest.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { inZone } from './zoned-time.ts'

const looks: Record<ScheduledChange['status'], StatusLook> = {
  waiting: { label: 'Waiting', tone: 'brand' },
  done: { label: 'Done', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
}

/** What is to happen by itself, and what has. */
export function ScheduleList({ websiteId }: { websiteId: string }) {
  const canPublish = useMay()('sites:publish')
  const params = { id: websiteId }
  const changes = usePages(scheduledChangesApi.list, { params, query: { limit: 20 } })
  const zone = useResource(scheduledChangesApi.timeZone, { params })
  const timeZone = zone.data?.timeZone ?? 'UTC'
  const [moving, setMoving] = useState<ScheduledChange | undefined>()
  const cancel = async ({ id }: ScheduledChange) => {
    try {
      const next = await call(scheduledChangesApi.cancel, { params: { id } })
      changes.patch((items) => items.map((each) => (each.id === id ? next : each)))
      toast('Cancelled')
    } catch (thrown) {
      toastProblem(thrown, 'Not cancelled')
    }
  }
  return (
    <>
      <ul aria-label="Scheduled">
        {changes.items?.map((change) => (
          <li
            key={change.id}
            class="flex flex-wrap items-center gap-2 border-b border-line-subtle py-2 pr-2 pl-4 last:border-0"
          >
            <span class="min-w-0 flex-1">
              <span class="block truncate">{wordsFor(change)}</span>
              <span class="block text-12 text-fg-3">
                <time dateTime={change.at}>{inZone(change.at, timeZone)}</time>, by {change.createdBy}
                {change.problem && `. ${change.problem}`}
              </span>
            </span>
            <StatusBadge status={change.status} looks={looks} />
            {canPublish && change.status === 'waiting' && (
              <>
                <IconButton label="Set another moment" onClick={() => setMoving(change)}>
                  <Pencil />
                </IconButton>
                <IconButton label="Cancel it" onClick={() => cancel(change)}>
                  <X />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
      <ListRest list={changes} icon={<CalendarClock />} title="Nothing is scheduled">
        Let a page go live, or disappear, at a moment you set.
      </ListRest>
      <TimeZone websiteId={websiteId} />
      {moving && (
        <ScheduleDialog
          websiteId={websiteId}
          change={moving}
          onClose={() => {
            setMoving(undefined)
            void changes.reload()
          }}
        />
      )}
    </>
  )
}

function wordsFor({ page, action }: ScheduledChange): string {
  if (page) return action === 'publish' ? `“${page.title}” goes live` : `“${page.title}” disappears`
  return action === 'publish' ? 'All that waits is published' : 'The website goes offline'
}

const zones = Intl.supportedValuesOf('timeZone')

function TimeZone({ websiteId }: { websiteId: string }) {
  const canWrite = useMay()('sites:write')
  const zone = useResource(scheduledChangesApi.timeZone, { params: { id: websiteId } })
  if (!zone.data) return null
  const { timeZone } = zone.data
  const choose = async (next: string) => {
    try {
      const body = { timeZone: next }
      const chosen = await call(scheduledChangesApi.chooseTimeZone, { params: { id: websiteId }, body })
      zone.patch(() => chosen)
    } catch (thrown) {
      toastProblem(thrown, 'The time zone was not changed')
    }
  }
  const names = zones.includes(timeZone) ? zones : [timeZone, ...zones]
  return (
    <div class="border-t border-line-subtle p-4">
      <SelectField
        name="timeZone"
        label="Time zone of the website"
        value={timeZone}
        disabled={!canWrite}
        options={names.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
        onChange={choose}
        class="max-w-72"
      />
    </div>
  )
}
