import { Tag, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Contact } from '#workers/crm/contacts.contract.ts'
import type { Pages } from '../../data/pages.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { removeContacts } from './contact-changes.ts'

const loadTagging = () => import('./tag-contacts.tsx').then(({ TagContactsDialog }) => TagContactsDialog)

interface ContactBulkBarProps {
  pages: Pages<Contact>
  selected: ReadonlySet<string>
  onChange: (selected: Set<string>) => void
}

export function ContactBulkBar({ pages, selected, onChange }: ContactBulkBarProps) {
  const [isTagging, setTagging] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const clear = () => onChange(new Set())
  const contacts = pages.items?.filter(({ id }) => selected.has(id)) ?? []

  const remove = async () => {
    setRemoving(true)
    try {
      await removeContacts([...selected], pages.reload)
      pages.patch((items) => items.filter(({ id }) => !selected.has(id)))
      clear()
    } catch (thrown) {
      toastProblem(thrown, 'The contacts were not removed')
    }
    setRemoving(false)
  }

  const tagged = () => {
    clear()
    pages.reload()
  }

  return (
    <>
      <BulkBar count={selected.size} noun="contact" onClear={clear}>
        <Button look="ghost" size="sm" icon={<Tag />} onClick={() => setTagging(true)}>
          Tag
        </Button>
        <Button look="danger-ghost" size="sm" icon={<Trash2 />} isBusy={isRemoving} onClick={remove}>
          Remove
        </Button>
      </BulkBar>
      {isTagging && (
        <OnDemand
          load={loadTagging}
          props={{ contacts, onChange: tagged, onClose: () => setTagging(false) }}
          onFail={() => setTagging(false)}
        />
      )}
    </>
  )
}
