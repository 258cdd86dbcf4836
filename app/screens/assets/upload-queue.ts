import { signal } from '@preact/signals'
import { type Asset, assetsApi } from '#workers/assets/assets.contract.ts'
import { type Upload, uploadsApi } from '#workers/assets/uploads.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { isAbort, Problem } from '../../problem.ts'
import { sendUpload } from './send-upload.ts'

/** What is known twice is asked about; a file larger than this is not read for that. */
const HASHED_BYTES = 64 * 1024 * 1024
const FILES_AT_ONCE = 2
const LOOK_AGAIN_MS = 400

export type QueueState =
  | 'waiting'
  | 'sending'
  | 'paused'
  | 'checking'
  | 'ready'
  | 'refused'
  | 'twin'
  /** Its file has to be chosen again, because the page was left. */
  | 'interrupted'

export interface QueuedFile {
  key: string
  websiteId: string
  fileName: string
  sizeBytes: number
  state: QueueState
  sentBytes: number
  problem: string
  folderId: string | null
  replacesId: string | null
  /** Whether it is taken although the library has the same. */
  mayBeTwice: boolean
  file: File | undefined
  upload: Upload | undefined
  /** What the library has already, byte for byte; afterwards the file it became. */
  asset: Asset | undefined
}

/** Files on their way up; they go on while one looks at other screens. */
export const queue = signal<readonly QueuedFile[]>([])
const underWay = new Map<string, AbortController>()
let lastKey = 0

interface Target {
  websiteId: string
  folderId?: string | null
  replacesId?: string | null
}

export function addFiles(
  files: Iterable<File>,
  { websiteId, folderId = null, replacesId = null }: Target,
): string[] {
  const fresh = [...files].map((file): QueuedFile => {
    lastKey += 1
    return {
      ...{ key: `file-${lastKey}`, websiteId, folderId, replacesId, file, mayBeTwice: replacesId !== null },
      ...{ fileName: file.name || 'Pasted picture.png', sizeBytes: file.size },
      ...{ state: 'waiting', sentBytes: 0, problem: '', upload: undefined, asset: undefined },
    }
  })
  queue.value = [...queue.value, ...fresh]
  startNext()
  return fresh.map(({ key }) => key)
}

/** Uploads of an earlier visit, so that they can go on or be put away. */
export function takeUp(uploads: readonly Upload[]): void {
  const known = new Set(queue.value.map(({ upload }) => upload?.id))
  const found = uploads
    .filter(({ id, status }) => !known.has(id) && status !== 'ready')
    .map(
      (upload): QueuedFile => ({
        ...{
          key: upload.id,
          websiteId: upload.websiteId,
          fileName: upload.fileName,
          sizeBytes: upload.sizeBytes,
        },
        ...{ folderId: null, replacesId: null, mayBeTwice: true, file: undefined, asset: undefined, upload },
        state:
          upload.status === 'uploading'
            ? 'interrupted'
            : upload.status === 'refused'
              ? 'refused'
              : 'checking',
        sentBytes: Math.min(upload.receivedParts.length * upload.partBytes, upload.sizeBytes),
        problem: upload.problem,
      }),
    )
  if (found.length === 0) return
  queue.value = [...queue.value, ...found]
  for (const { key, state } of found) if (state === 'checking') watch(key)
}

export function pause(key: string): void {
  put(key, { state: 'paused' })
  underWay.get(key)?.abort()
}

export function resume(key: string, file?: File): void {
  put(key, { state: 'waiting', problem: '', ...(file && { file }) })
  startNext()
}

/** Takes a file although the library has the same. */
export function uploadAnyway(key: string): void {
  put(key, { asset: undefined, state: 'waiting', mayBeTwice: true })
  startNext()
}

/** Breaks an upload off, or clears one that has ended out of the list. */
export async function putAway(key: string): Promise<void> {
  const item = find(key)
  underWay.get(key)?.abort()
  queue.value = queue.value.filter((each) => each.key !== key)
  const isLeft = item?.upload && item.state !== 'ready' && item.state !== 'checking'
  if (item?.upload && isLeft) await call(uploadsApi.cancel, { params: { id: item.upload.id } })
}

export const clearDone = (): void => {
  queue.value = queue.value.filter(({ state }) => state !== 'ready')
}

const find = (key: string): QueuedFile | undefined => queue.value.find((item) => item.key === key)

function put(key: string, change: Partial<QueuedFile>): void {
  queue.value = queue.value.map((item) => (item.key === key ? { ...item, ...change } : item))
}

function startNext(): void {
  const going = queue.value.filter(({ state }) => state === 'sending').length
  const next = queue.value.filter(({ state }) => state === 'waiting').slice(0, FILES_AT_ONCE - going)
  for (const item of next) void start(item)
}

async function start({ key, ...item }: QueuedFile): Promise<void> {
  const { file } = item
  if (!file) return
  const abort = new AbortController()
  underWay.set(key, abort)
  put(key, { state: 'sending' })
  try {
    const twin = item.upload || item.mayBeTwice ? undefined : await findTwin(item, file)
    if (twin) {
      put(key, { state: 'twin', asset: twin })
    } else {
      const upload = item.upload
        ? await call(uploadsApi.get, { params: { id: item.upload.id } })
        : await begin(item)
      put(key, { upload, problem: '' })
      const onProgress = (sentBytes: number) => put(key, { sentBytes })
      const completed = await sendUpload({ upload, file, signal: abort.signal, onProgress })
      put(key, { state: 'checking', upload: completed, sentBytes: file.size })
      watch(key)
    }
  } catch (thrown) {
    if (!isAbort(thrown)) put(key, { state: 'paused', problem: Problem.of(thrown).message })
  }
  underWay.delete(key)
  startNext()
}

const begin = ({
  websiteId,
  fileName,
  sizeBytes,
  folderId,
  replacesId,
}: Omit<QueuedFile, 'key'>): Promise<Upload> =>
  call(uploadsApi.begin, { params: { websiteId }, body: { fileName, sizeBytes, folderId, replacesId } })

async function findTwin(
  { websiteId }: Pick<QueuedFile, 'websiteId'>,
  file: File,
): Promise<Asset | undefined> {
  if (file.size > HASHED_BYTES) return undefined
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const { items } = await call(assetsApi.list, { params: { id: websiteId }, query: { sha256, limit: 1 } })
  return items[0]
}

/** Looks now and then until the file has been checked. */
async function watch(key: string): Promise<void> {
  for (let item = find(key); item?.upload && item.state === 'checking'; item = find(key)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    try {
      const upload = await call(uploadsApi.get, { params: { id: item.upload.id } })
      if (upload.status === 'refused') put(key, { state: 'refused', upload, problem: upload.problem })
      if (upload.status === 'ready' && upload.assetId) {
        const asset = await call(assetsApi.get, { params: { id: upload.assetId } })
        put(key, { state: 'ready', upload, asset })
        invalidate(
          `/websites/${item.websiteId}/assets`,
          `/websites/${item.websiteId}/assets-summary`,
          '/assets',
        )
      }
    } catch (thrown) {
      if (Problem.of(thrown).status === 404) put(key, { state: 'refused', problem: 'The upload is gone.' })
    }
  }
}

// A lost line is found again by the browser; what it interrupted goes on by itself.
if (typeof addEventListener === 'function') {
  addEventListener('online', () => {
    for (const { key, state, problem, file } of queue.value)
      if (state === 'paused' && problem && file) resume(key)
  })
}
