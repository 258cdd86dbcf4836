import { signal } from '@preact/signals'
import { type Import, importsApi } from '#workers/imports/imports.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { uploadParts } from '../../data/uploads.ts'
import { isAbort, Problem } from '../../problem.ts'

export interface UploadState {
  sentBytes: number
  sizeBytes: number
  problem: Problem | undefined
  isGoing: boolean
  /** Bytes per second since the upload began or went on. */
  speed: number
  cancel: () => void
  file: File
}

/** Uploads by import; they go on while one looks at other screens. */
export const uploads = signal<Readonly<Record<string, UploadState>>>({})

/** Sends the parts the server lacks, then starts the import. */
export async function beginUpload(target: Pick<Import, 'id' | 'receivedParts'>, file: File): Promise<void> {
  const { id } = target
  const abort = new AbortController()
  const startedMs = performance.now()
  let firstBytes: number | undefined

  put(id, {
    sentBytes: 0,
    sizeBytes: file.size,
    problem: undefined,
    isGoing: true,
    speed: 0,
    cancel: () => abort.abort(),
    file,
  })
  const onProgress = (sentBytes: number) => {
    firstBytes ??= sentBytes
    const seconds = (performance.now() - startedMs) / 1000
    put(id, { sentBytes, speed: seconds > 1 ? (sentBytes - firstBytes) / seconds : 0 })
  }
  try {
    await uploadParts({ id, file, received: target.receivedParts, signal: abort.signal, onProgress })
    await call(importsApi.start, { params: { id } })
    forget(id)
    invalidate(`/imports/${id}`)
  } catch (thrown) {
    put(id, { isGoing: false, ...(!isAbort(thrown) && { problem: Problem.of(thrown) }) })
    invalidate(`/imports/${id}`)
  }
}

function put(id: string, change: Partial<UploadState>): void {
  // safe: the first call for an id gives every field
  const next = { ...uploads.value[id], ...change } as UploadState
  uploads.value = { ...uploads.value, [id]: next }
}

function forget(id: string): void {
  const { [id]: _, ...rest } = uploads.value
  uploads.value = rest
}
