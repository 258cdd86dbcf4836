import type { FieldsPreview } from '#workers/collections/collections.contract.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { counted } from '../../ui/numbers.ts'

interface ConfirmFieldsProps {
  preview: FieldsPreview
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** What would be lost, before it is. */
export function ConfirmFields({ preview, onConfirm, onClose }: ConfirmFieldsProps) {
  const hurting = preview.changes.filter(({ lost, missing }) => lost + missing > 0)
  return (
    <ConfirmDialog
      title="Save these fields?"
      confirmLabel="Save fields"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p class="mb-3">Of {counted(preview.entryCount, 'entry', 'entries')}:</p>
      <ul class="grid gap-2">
        {hurting.map((change) => (
          <li key={change.key}>
            <b class="font-medium">{change.label}</b>: {sentenceOf(change)}
            {change.examples.length > 0 && (
              <span class="block text-12 text-fg-3">
                Such as {change.examples.map((each) => `“${each}”`).join(', ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  )
}

function sentenceOf({ change, lost, converted, missing }: FieldsPreview['changes'][number]): string {
  const values = counted(lost, 'value')
  const said: Partial<Record<typeof change, string>> = {
    removed: `${values} will be put aside. You can bring the field back with them.`,
    converted: `${counted(converted, 'value')} will be converted, ${values} cannot be and will be emptied.`,
    tightened: `${values} will not fit, and stay as they are until they are next saved.`,
  }
  const parts = [
    lost > 0 ? said[change] : '',
    missing > 0 ? `${counted(missing, 'entry', 'entries')} will lack a value.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
