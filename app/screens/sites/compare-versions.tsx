import { useState } from 'preact/hooks'
import { type DocumentChange, type Snapshot, snapshotsApi } from '#workers/sites/snapshots.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ChangeSummary, PageLook } from './site-changes.tsx'

interface CompareProps {
  websiteId: string
  snapshot: Snapshot
  /** Those it can be compared with. */
  others: readonly Snapshot[]
  onClose: () => void
}

const NOW = 'now'
const labelOf = ({ number, name }: Snapshot) => (name ? `Version ${number}: ${name}` : `Version ${number}`)

/** What was changed between a version and another, or since it. */
export function CompareVersions({ websiteId, snapshot, others, onClose }: CompareProps) {
  const before = others.find(({ number }) => number < snapshot.number)
  const [otherId, setOtherId] = useState(before?.id ?? NOW)
  const [page, setPage] = useState<DocumentChange | undefined>()
  const other = others.find(({ id }) => id === otherId)
  const [from, to] = other && other.number < snapshot.number ? [other, snapshot] : [snapshot, other]
  const query = { from: from.manifest, ...(to ? { to: to.manifest } : {}) }
  const changes = useResource(snapshotsApi.compare, { params: { id: websiteId }, query })
  return (
    <Dialog
      title={`From ${labelOf(from).toLowerCase()} to ${to ? labelOf(to).toLowerCase() : 'what a publish would bring'}`}
      width={page ? 1180 : 600}
      onClose={onClose}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      {page && changes.data ? (
        <PageLook
          {...{ websiteId, page }}
          changes={changes.data}
          isPublished={to !== undefined}
          onBack={() => setPage(undefined)}
        />
      ) : (
        <div class="grid gap-4">
          <SelectField
            name="other"
            label={`Compare version ${snapshot.number} with`}
            value={otherId}
            options={[
              { value: NOW, label: 'What a publish would bring' },
              ...others
                .filter(({ id }) => id !== snapshot.id)
                .map((each) => ({ value: each.id, label: labelOf(each) })),
            ]}
            onChange={setOtherId}
          />
          <ChangeSummary {...{ changes }} onLook={setPage} nothing="The two say the same." />
        </div>
      )}
    </Dialog>
  )
}
