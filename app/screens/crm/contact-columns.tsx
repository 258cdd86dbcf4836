import type { Contact } from '#workers/crm/contacts.contract.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/grid.tsx'
import { Ago } from '../../ui/time.tsx'
import { contactName } from './contact-name.ts'

const SHOWN_TAGS = 2

export const sourceLabels: Record<string, string> = {
  form: 'Form',
  manual: 'Added by hand',
  import: 'Import',
  api: 'API',
}

export const contactColumns: Column<Contact>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: (contact) => (
      <span class="flex min-w-0 items-center gap-2.5">
        <Avatar name={contactName(contact)} />
        <b class="truncate font-medium">{contactName(contact)}</b>
      </span>
    ),
  },
  { id: 'email', head: 'E-mail', cell: ({ email }) => <span class="text-fg-2">{email}</span> },
  {
    id: 'client',
    head: 'Client',
    width: '18%',
    isHiddenOnPhone: true,
    cell: ({ clientName }) => <span class="text-fg-2">{clientName}</span>,
  },
  {
    id: 'tags',
    head: 'Tags',
    width: '20%',
    isHiddenOnPhone: true,
    cell: ({ tags }) => <TagList tags={tags} />,
  },
  {
    id: 'source',
    head: 'Source',
    width: '124px',
    isHiddenOnPhone: true,
    cell: ({ source }) => <span class="text-fg-2">{sourceLabels[source] ?? source}</span>,
  },
  {
    id: 'activity',
    head: 'Last activity',
    width: '124px',
    isRight: true,
    cell: ({ lastActivityAt }) => <Ago at={lastActivityAt} class="text-fg-3" />,
  },
]

function TagList({ tags }: { tags: readonly string[] }) {
  const hidden = tags.slice(SHOWN_TAGS)
  return (
    <span class="flex gap-1">
      {tags.slice(0, SHOWN_TAGS).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {hidden.length > 0 && (
        <span class="text-12 text-fg-3" title={hidden.join(', ')}>
          +{hidden.length}
        </span>
      )}
    </span>
  )
}
