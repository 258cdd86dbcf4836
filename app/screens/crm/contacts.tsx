import { Download, Plus, SearchX, Users } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { CONTACTS_CSV_PATH, type Contact, contactsApi } from '#workers/crm/contacts.contract.ts'
import { API_BASE, urlOf } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { Grid } from '../../ui/grid.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { ContactBulkBar } from './contact-bulk-bar.tsx'
import { contactColumns } from './contact-columns.tsx'
import { ClientFilter, TagFilter } from './contact-filters.tsx'
import { contactName } from './contact-name.ts'

export const prefetch = () => load(contactsApi.list, { query: {} })

const loadDrawer = () => import('./contact-drawer.tsx').then(({ ContactDrawer }) => ContactDrawer)
const loadNewContact = () => import('./new-contact.tsx').then(({ NewContactDialog }) => NewContactDialog)

const noFilters = { search: undefined, clientId: undefined, tag: undefined }

export function Screen() {
  usePage('Contacts')
  const canWrite = useMay()('contacts:write')
  const [query, setQuery] = useQuery()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [isAdding, setAdding] = useState(false)
  const { search, clientId, tag } = query
  const filters: Filters = { ...(search && { search }), ...(clientId && { clientId }), ...(tag && { tag }) }
  const pages = usePages(contactsApi.list, { query: filters })
  const change = (changes: Record<string, string | undefined>) => {
    setSelected(new Set())
    setQuery(changes)
  }

  const closeContact = () => setQuery({ contact: undefined })
  const created = (contact: Contact) => {
    pages.reload()
    setQuery({ contact: contact.id })
  }

  return (
    <>
      <ContactsHead
        filters={filters}
        contacts={pages.items ?? []}
        onChange={change}
        {...(canWrite && { onAdd: () => setAdding(true) })}
      />
      <Grid
        label="Contacts"
        columns={contactColumns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={contactName}
        onOpen={({ id }) => setQuery({ contact: id })}
        {...(canWrite && { selection: { ids: selected, onChange: setSelected } })}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          Object.keys(filters).length > 0 ? (
            <NoMatches onClear={() => change(noFilters)} />
          ) : (
            <NoContacts {...(canWrite && { onAdd: () => setAdding(true) })} />
          )
        }
      />
      <ContactBulkBar pages={pages} selected={selected} onChange={setSelected} />
      {query.contact && (
        <OnDemand
          key={query.contact}
          load={loadDrawer}
          props={{ id: query.contact, onClose: closeContact, onListChange: pages.reload }}
          onFail={closeContact}
        />
      )}
      {isAdding && (
        <OnDemand
          load={loadNewContact}
          props={{ clientId, onClose: () => setAdding(false), onCreated: created }}
          onFail={() => setAdding(false)}
        />
      )}
    </>
  )
}

interface Filters {
  search?: string
  clientId?: string
  tag?: string
}

interface ContactsHeadProps {
  filters: Filters
  contacts: readonly Contact[]
  onChange: (changes: Record<string, string | undefined>) => void
  onAdd?: () => void
}

function ContactsHead({ filters, contacts, onChange, onAdd }: ContactsHeadProps) {
  const may = useMay()
  return (
    <PageHead
      title="Contacts"
      action={
        onAdd && (
          <Button look="primary" icon={<Plus />} onClick={onAdd}>
            New contact
          </Button>
        )
      }
    >
      <SearchField
        label="Search contacts"
        placeholder="Search by name, e-mail or company"
        value={filters.search ?? ''}
        onChange={(next) => onChange({ search: next })}
      />
      <TagFilter value={filters.tag} contacts={contacts} onChange={(next) => onChange({ tag: next })} />
      {may('clients:read') && (
        <ClientFilter value={filters.clientId} onChange={(next) => onChange({ clientId: next })} />
      )}
      <LinkButton
        href={API_BASE + urlOf({ path: CONTACTS_CSV_PATH }, { query: { ...filters } })}
        download
        icon={<Download />}
        aria-label="Export these contacts as CSV"
      />
    </PageHead>
  )
}

function NoMatches({ onClear }: { onClear: () => void }) {
  return (
    <Empty
      icon={<SearchX />}
      title="No contacts match"
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      Check the spelling, or clear the filters to see all contacts.
    </Empty>
  )
}

function NoContacts({ onAdd }: { onAdd?: () => void }) {
  return (
    <Empty
      icon={<Users />}
      title="No contacts yet"
      action={
        onAdd && (
          <Button look="primary" icon={<Plus />} onClick={onAdd}>
            New contact
          </Button>
        )
      }
    >
      Everyone who writes through a client’s website arrives here. You can also add people yourself.
    </Empty>
  )
}
