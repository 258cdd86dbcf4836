import { RotateCcw, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Collection, collectionsApi } from '#workers/collections/collections.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { FieldsPageProps } from './collection-fields.tsx'

type Field = Collection['removedFields'][number]

/** Fields that were taken away, for as long as their values are kept. */
export function RemovedFields({ collection, reload }: FieldsPageProps) {
  const canWrite = useMay()('content:write')
  const [purged, setPurged] = useState<Field | undefined>()
  const { removedFields } = collection
  if (removedFields.length === 0) return null
  const paramsOf = (field: string) => ({ id: collection.websiteId, key: collection.key, field })
  const restore = async ({ id, label }: Field) => {
    try {
      await call(collectionsApi.restoreField, { params: paramsOf(id) })
      await reload()
      toast(`${label} is back, with its values`)
    } catch (thrown) {
      toastProblem(thrown, `${label} could not be brought back`)
    }
  }
  return (
    <Card title="Removed fields" isFlush>
      <ul class="divide-y divide-line-subtle">
        {removedFields.map((field) => (
          <li key={field.id} class="flex items-center gap-2 px-4 py-2">
            <span class="min-w-0 flex-1 truncate text-fg-2">{field.label}</span>
            {canWrite && (
              <>
                <Button size="sm" icon={<RotateCcw />} onClick={() => restore(field)}>
                  Bring back
                </Button>
                <Button size="sm" look="danger-ghost" icon={<Trash2 />} onClick={() => setPurged(field)}>
                  Delete
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {purged && (
        <ConfirmDialog
          title={`Delete ${purged.label} for good?`}
          confirmLabel="Delete"
          onConfirm={async () => {
            await call(collectionsApi.purgeField, { params: paramsOf(purged.id) })
            await reload()
            toast(`${purged.label} deleted`)
          }}
          onClose={() => setPurged(undefined)}
        >
          <p>Its values in all entries are deleted with it. This cannot be undone.</p>
        </ConfirmDialog>
      )}
    </Card>
  )
}
