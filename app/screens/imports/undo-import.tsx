import { type Import, importsApi } from '#workers/imports/imports.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { toast } from '../../ui/toasts.tsx'
import { uploads } from './upload-store.ts'

interface UndoImportProps {
  target: Import
  onDone: () => Promise<void>
  onClose: () => void
}

export function UndoImport({ target, onDone, onClose }: UndoImportProps) {
  const isUploading = target.status === 'uploading'
  const undo = async () => {
    uploads.value[target.id]?.cancel()
    await call(importsApi.undo, { params: { id: target.id } })
    invalidate('/websites', '/cms/posts', '/imports')
    await onDone()
    toast(isUploading ? 'Import cancelled' : 'The import is being undone')
  }
  return (
    <ConfirmDialog
      title={isUploading ? 'Cancel this import?' : 'Undo this import?'}
      confirmLabel={isUploading ? 'Cancel import' : 'Undo import'}
      cancelLabel="Keep it"
      {...(!isUploading && { typeToConfirm: target.fileName })}
      onConfirm={undo}
      onClose={onClose}
    >
      <p>
        {isUploading
          ? 'What has been uploaded so far is thrown away.'
          : 'Exactly what this import brought is removed again. What was here before, and what you wrote since, stays.'}
      </p>
    </ConfirmDialog>
  )
}
