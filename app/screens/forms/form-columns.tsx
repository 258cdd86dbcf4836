import { EllipsisVertical } from 'lucide-preact'
import type { FormSummary } from '#workers/forms/forms.contract.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/grid.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Ago } from '../../ui/time.tsx'

export const columnsWith = (menuOf: (form: FormSummary) => MenuEntry[]): Column<FormSummary>[] => [
  {
    id: 'name',
    head: 'Form',
    cell: ({ name, collection, subscribes }) => (
      <span class="flex min-w-0 flex-wrap items-center gap-2">
        <b class="truncate font-medium">{name}</b>
        {collection && <Badge>Collection {collection.name}</Badge>}
        {subscribes && <Badge tone="brand">Newsletter</Badge>}
      </span>
    ),
  },
  {
    id: 'fields',
    head: 'Asks for',
    width: '110px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ fieldCount }) => <span class="num text-fg-2">{fieldCount}</span>,
  },
  {
    id: 'sent',
    head: 'Entries',
    width: '170px',
    isRight: true,
    cell: ({ counts }) => (
      <span class="flex items-center justify-end gap-2">
        {counts.new > 0 && <Badge tone="brand">{counts.new} new</Badge>}
        <span class="num">{counts.sent.toLocaleString()}</span>
      </span>
    ),
  },
  {
    id: 'spam',
    head: 'Spam',
    width: '80px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ counts }) => <span class="num text-fg-3">{counts.spam}</span>,
  },
  {
    id: 'last',
    head: 'Last entry',
    width: '124px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ lastSentAt }) =>
      lastSentAt ? <Ago at={lastSentAt} class="text-fg-3" /> : <span class="text-fg-3">–</span>,
  },
  {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '64px',
    isRight: true,
    cell: (form) => (
      <Menu
        label={`Actions for ${form.name}`}
        class="btn btn-ghost btn-sm btn-icon"
        align="end"
        items={menuOf(form)}
      >
        <EllipsisVertical />
      </Menu>
    ),
  },
]
