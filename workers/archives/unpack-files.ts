import { assets } from '#db/schema/index.ts'
import { tidyTags } from '../assets/asset-changes.ts'
import { cleanFileName } from '../assets/file-name.ts'
import { FileRefused } from '../assets/file-refused.ts'
import { inspectFile } from '../assets/inspect-file.ts'
import { arrivalKey } from '../assets/uploads.ts'
import type { Context } from '../core/context.ts'
import type { RunState, StepResult } from '../runs/run-definition.ts'
import { doneSoFar } from '../runs/run-progress.ts'
import type { ArchivedFile } from './archive-format.contract.ts'
import { fileEntry } from './archive-names.contract.ts'
import { type OpenArchive, openArchive, readBytes, readContents } from './archive-source.ts'

const MAX_FILE_BYTES = 100 * 1024 * 1024
const FILES_PER_SLICE = 8

export const destinationOf = ({ id, clientId, subjectId }: RunState) => ({
  ...{ runId: id, clientId, siteId: subjectId ?? '' },
})

/** Opens the archive and reads what the rest refers to. */
export async function openRun(ctx: Context, run: RunState) {
  const archive = await openArchive(ctx, run)
  return { archive, ...(await readContents(archive, run)) }
}

export async function bringFiles(ctx: Context, run: RunState): Promise<StepResult> {
  const { archive, files, ids } = await openRun(ctx, run)
  const done = await doneSoFar(ctx, run, 'files')
  const slice = files.slice(done, done + FILES_PER_SLICE)
  const rows = []
  for (const file of slice)
    rows.push(await bringFile(ctx, run, archive, { ...file, id: ids.get(file.id) ?? file.id }, file.id))
  const present = rows.flatMap((row) => row ?? [])
  return {
    effects: present.length > 0 ? [ctx.db.insert(assets).values(present).onConflictDoNothing()] : [],
    progress: { done: done + slice.length, total: files.length },
    isUnfinished: done + slice.length < files.length,
  }
}

/** A file as what its bytes say it is, looked at as if somebody had uploaded it. */
async function bringFile(
  ctx: Context,
  run: RunState,
  archive: OpenArchive,
  file: ArchivedFile,
  oldId: string,
) {
  const entry = archive.entries.get(fileEntry(oldId))
  if (!entry) return undefined
  const bytes = await readBytes(archive, entry, MAX_FILE_BYTES)
  const { clientId, siteId } = destinationOf(run)
  const objectKey = arrivalKey(siteId, file.id)
  await ctx.ports.files.put(objectKey, bytes, 'application/octet-stream')
  const { focus, tags = [], ...told } = file
  const row = {
    ...{ ...told, clientId, siteId, tags: tidyTags(tags) },
    ...(focus && { focusX: focus.x, focusY: focus.y }),
  }
  try {
    const found = { siteId, objectKey, fileName: cleanFileName(file.fileName), sizeBytes: bytes.length }
    const { fileName, facts } = await inspectFile(ctx.ports, found)
    return { ...row, fileName, ...facts, status: 'ready' as const }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return { ...row, kind: 'other' as const, status: 'failed' as const, problem: error.message }
  } finally {
    await ctx.ports.files.delete([objectKey])
  }
}
