import { type Upload, uploadsApi } from '#workers/assets/uploads.contract.ts'
import { call } from '../../api.ts'
import { missingParts, type Part } from '../../data/uploads.ts'
import { isAbort, Problem } from '../../problem.ts'

const AT_ONCE = 3
const ATTEMPTS = 4
const FIRST_PAUSE_MS = 700

interface Sending {
  upload: Upload
  file: Blob
  signal: AbortSignal
  onProgress: (sentBytes: number) => void
}

/** Puts what the store lacks of a file straight into it, a few parts at once, and has the whole put together. */
export async function sendUpload({ upload, file, signal, onProgress }: Sending): Promise<Upload> {
  const { id, sizeBytes, partBytes, receivedParts } = upload
  const parts = missingParts(sizeBytes, receivedParts, partBytes)
  const onTheWay = new Map<number, number>()
  let arrived = sizeBytes - parts.reduce((sum, { start, end }) => sum + end - start, 0)
  const report = () => onProgress(arrived + [...onTheWay.values()].reduce((sum, bytes) => sum + bytes, 0))
  report()

  const sendNext = async (): Promise<void> => {
    for (let part = parts.shift(); part; part = parts.shift()) {
      const { number, start, end } = part
      await withRetries(signal, () =>
        sendPart(id, part, file.slice(start, end), signal, (bytes) => {
          onTheWay.set(number, bytes)
          report()
        }),
      )
      onTheWay.delete(number)
      arrived += end - start
      report()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext))
  return call(uploadsApi.complete, { params: { id }, signal })
}

async function sendPart(
  id: string,
  { number }: Part,
  bytes: Blob,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const params = { id }
  const { addresses } = await call(uploadsApi.proceed, { params, body: { wanted: [number] }, signal })
  const tag = await put(addresses[0]?.url ?? '', bytes, signal, onProgress)
  await call(uploadsApi.proceed, { params, body: { received: [{ part: number, tag }] }, signal })
}

/** By XMLHttpRequest, because fetch does not say how much of a body has gone. Answers the store's name for the part. */
function put(
  url: string,
  bytes: Blob,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('PUT', url)
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onload = () => {
      const tag = request.getResponseHeader('etag')
      if (request.status < 300 && tag) resolve(tag)
      else reject(new Problem('internal', 'The store did not take a part of the file.', request.status))
    }
    request.onerror = () => reject(Problem.offline())
    request.onabort = () => reject(new DOMException('The upload was paused.', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)
    request.send(bytes)
  })
}

/** A line that stutters costs a moment, not the upload. */
async function withRetries(signal: AbortSignal, send: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await send()
    } catch (thrown) {
      const { status } = Problem.of(thrown)
      const isPassing =
        !isAbort(thrown) && (status === 0 || status === 403 || status === 429 || status >= 500)
      if (attempt === ATTEMPTS || !isPassing) throw thrown
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (attempt - 1)))
    }
  }
}
