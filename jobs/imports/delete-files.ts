import { deleteFiles, importUndone } from '#workers/imports/undo-import.ts'
import { job } from '../core/job.ts'

export const deleteImportFilesJob = job({
  name: 'imports.delete-files',
  on: importUndone,
  run: (ctx, { importId }) => deleteFiles(ctx, importId),
})
