import { importPartPath, PART_BYTES } from '#workers/imports/imports.contract.ts'
import { API_BASE } from '../api.ts'
import { isAbort, Problem, problemFrom } from '../problem.ts'

const ATTEMPTS = 3
const RETRY_MS = 800

export interface Part {
  /** Counted from 1. */
  number: number
  start: number
  end: number
}

/** The parts of a file that the server does not have yet. */
export function missingParts(sizeBytes: number, received: readonly number[], partBytes = PART_BYTES): Part[] {
  const parts: Part[] = []
  for (let start = 0, number = 1; start < sizeBytes; start += partBytes, number += 1) {
    if (!received.includes(number)) parts.push({ number, start, end: Math.min(start + partBytes, sizeBytes) })
  }
  return parts
}

export type SendPart = (
  part: { id: string; number: number; bytes: Blob },
  options: { signal: AbortSignal; onProgress: (sentBytes: number) => void },
) => Promise<void>

export interface Upload {
  id: string
  file: Blob
  received: readonly number[]
  signal: AbortSignal
  onProgress: (sentBytes: number) => void
  send?: SendPart
  partBytes?: number
  pause?: (ms: number) => Promise<void>
}

/** Sends what is missing of a file, part after part; a part that fails is tried three times. */
export async function uploadParts({
  id,
  file,
  received,
  signal,
  onProgress,
  send = putPart,
  partBytes = PART_BYTES,
  pause = wait,
}: Upload): Promise<void> {
  const parts = missingParts(file.size, received, partBytes)
  let sentBytes = file.size - parts.reduce((sum, { start, end }) => sum + end - start, 0)
  onProgress(sentBytes)
  for (const { number, start, end } of parts) {
    const part = { id, number, bytes: file.slice(start, end) }
    const options = { signal, onProgress: (bytes: number) => onProgress(sentBytes + bytes) }
    await sendWithRetries(() => send(part, options), signal, pause)
    sentBytes += end - start
    onProgress(sentBytes)
  }
}

async function sendWithRetries(
  send: () => Promise<void>,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted()
    try {
      return await send()
    } catch (thrown) {
      if (attempt === ATTEMPTS || !isWorthRetrying(thrown)) throw thrown
      await pause(RETRY_MS * 2 ** (attempt - 1))
    }
  }
}

function isWorthRetrying(thrown: unknown): boolean {
  if (isAbort(thrown)) return false
  const { status } = Problem.of(thrown)
  return status === 0 || status === 429 || status >= 500
}

/** By XMLHttpRequest, because fetch does not say how much of a body has gone. */
const putPart: SendPart = ({ id, number, bytes }, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('PUT', API_BASE + importPartPath(id, number))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onload = () => {
      const isGood = request.status >= 200 && request.status < 300
      if (isGood) resolve()
      else reject(problemFrom(request.status, request.responseText))
    }
    request.onerror = () => reject(Problem.offline())
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)
    request.send(bytes)
  })

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
