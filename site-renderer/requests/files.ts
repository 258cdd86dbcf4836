import {
  contentKey,
  copyKey,
  type PictureFormat,
  type PictureWidth,
  readFileAddress,
} from '#workers/assets/file-address.contract.ts'
import type { SnapshotFile } from '#workers/sites/snapshot.contract.ts'
import { text } from './replies.ts'
import type { Snapshot } from './snapshots.ts'

/** What is asked of R2. */
export interface FileBucket {
  get(key: string, options?: { range: Headers }): Promise<StoredFile | null>
  put(key: string, bytes: ArrayBuffer, options: { httpMetadata: { contentType: string } }): Promise<unknown>
}
export interface StoredFile {
  body: ReadableStream
  size: number
  range?: { offset?: number; length?: number } | { suffix: number }
  arrayBuffer(): Promise<ArrayBuffer>
}
/** Makes a picture smaller and writes it as a type. */
export type ResizePicture = (bytes: ArrayBuffer, width: number, type: string) => Promise<ArrayBuffer>

export interface FileDeps {
  files: FileBucket
  resize: ResizePicture
}

/** The hash of its bytes stands in a file's address: it means the same for ever. */
const FOREVER = 'public, max-age=31536000, immutable'
/** What a browser may show by itself; anything else is downloaded, so that nothing uploaded can run here. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp|avif|svg\+xml)|audio\/|video\/|application\/pdf$)/
/** Beyond this width AVIF takes longer to make than it saves on the way. */
const WIDEST_AVIF = 1280

/** A file the site was published with, whole, in part or as a smaller copy of a picture. No other can be reached. */
export async function answerFile(request: Request, snapshot: Snapshot, deps: FileDeps): Promise<Response> {
  const asked = readFileAddress(new URL(request.url).pathname)
  const file = asked && findFile(snapshot, asked.contentHash)
  if (!asked || !file || (asked.width && !file.isResizable)) return notFound()
  const key = contentKey(snapshot.siteId, asked.contentHash)
  if (asked.width) return answerCopy(request, { key, file, width: asked.width }, deps)
  return answerWhole(request, key, file, deps)
}

function findFile({ files }: Snapshot, contentHash: string): SnapshotFile | undefined {
  return Object.hasOwn(files, contentHash) ? files[contentHash] : undefined
}

const notFound = () => text('Not found', 'text/plain', { status: 404 })

async function answerWhole(
  request: Request,
  key: string,
  { type }: SnapshotFile,
  { files }: FileDeps,
): Promise<Response> {
  const file = await files.get(key, { range: request.headers })
  if (!file) return notFound()
  const part = request.headers.has('range') ? partOf(file) : undefined
  const headers = headersOf(type, part?.length ?? file.size)
  headers.set('accept-ranges', 'bytes')
  if (part) headers.set('content-range', `bytes ${part.offset}-${part.offset + part.length - 1}/${file.size}`)
  return new Response(file.body, { status: part ? 206 : 200, headers })
}

function partOf({ range, size }: StoredFile): { offset: number; length: number } | undefined {
  if (!range) return undefined
  if ('suffix' in range) return { offset: size - range.suffix, length: range.suffix }
  const offset = range.offset ?? 0
  return { offset, length: range.length ?? size - offset }
}

interface Copy {
  key: string
  file: SnapshotFile
  width: PictureWidth
}

/** A smaller copy in the best format the browser takes: made when it is first asked for, and kept beside the picture. */
async function answerCopy(request: Request, copy: Copy, { files, resize }: FileDeps): Promise<Response> {
  const { key, file, width } = copy
  const format = formatFor(request.headers.get('accept') ?? '', copy)
  const type = `image/${format}`
  const place = copyKey(key, width, format)
  const known = await files.get(place)
  if (known) return new Response(known.body, { headers: copyHeaders(type, known.size) })

  const original = await files.get(key)
  if (!original) return notFound()
  const bytes = await original.arrayBuffer()
  try {
    const made = await resize(bytes, width, type)
    await files.put(place, made, { httpMetadata: { contentType: type } })
    return new Response(made, { headers: copyHeaders(type, made.byteLength) })
  } catch {
    // What cannot be made smaller is shown as it is.
    return new Response(bytes, { headers: copyHeaders(file.type, bytes.byteLength) })
  }
}

function formatFor(accept: string, { width, file }: Copy): PictureFormat {
  if (accept.includes('image/avif') && width <= WIDEST_AVIF) return 'avif'
  return accept.includes('image/webp') || file.type !== 'image/jpeg' ? 'webp' : 'jpeg'
}

function copyHeaders(type: string, size: number): Headers {
  const headers = headersOf(type, size)
  headers.set('vary', 'accept')
  return headers
}

const headersOf = (type: string, size: number): Headers =>
  new Headers({
    'content-type': type,
    'content-length': String(size),
    'cache-control': FOREVER,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'content-disposition': SHOWN.test(type) ? 'inline' : 'attachment',
  })
