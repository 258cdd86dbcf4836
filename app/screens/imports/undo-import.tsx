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
  const words = wordsFor(target)
  const undo = async () => {
    uploads.value[target.id]?.cancel()
    await call(importsApi.undo, { params: { id: target.id } })
    invalidate('/websites', '/cms/posts', '/imports')
    await onDone()
    toast(words.done)
  }
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel="Keep it"
      {...(!isUploading && { typeToConfirm: target.fileName })}
      onConfirm={undo}
      onClose={onClose}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  )
}

function wordsFor({ status, format }: Import) {
  if (status === 'uploading') return cancelling
  return format === 'archive' ? removing : undoing
}

const cancelling = {
  title: 'Cancel this import?',
  confirm: 'Cancel import',
  text: 'What has been uploaded so far is thrown away.',
  done: 'Import cancelled',
}
const undoing = {
  title: 'Undo this import?',
  confirm: 'Undo import',
  text: 'Exactly what this import brought is removed again. What was here before, and what you wrote since, stays.',
  done: 'The import is being undone',
}
const removing = {
  title: 'Remove this website?',
  confirm: 'Remove website',
  text: 'The website this file became is removed with its pages, posts and files, also with what you changed since.',
  done: 'The website was removed',
}
