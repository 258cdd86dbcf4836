import { type ApiAnswer, eventually, type Person } from '#tests/stack/world.ts'
import type { Upload } from '#workers/assets/uploads.contract.ts'

type Caller = Pick<Person, 'call'>

/** Asks for an upload as a browser does. */
export async function beginUpload(
  { call }: Caller,
  websiteId: string,
  file: { fileName: string; sizeBytes: number; folderId?: string; replacesId?: string },
): Promise<Upload> {
  const answer = await call('POST', `/websites/${websiteId}/uploads`, file)
  if (answer.status !== 201)
    throw new Error(`Beginning answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Puts parts straight into the store and tells the API of them. */
export async function sendParts(
  { call }: Caller,
  upload: Upload,
  bytes: Uint8Array<ArrayBuffer>,
  parts: number[],
): Promise<ApiAnswer> {
  const { body } = await call('POST', `/uploads/${upload.id}/parts`, { wanted: parts })
  const received: { part: number; tag: string }[] = []
  for (const { part, url } of body.addresses) {
    const start = (part - 1) * upload.partBytes
    const response = await fetch(url, { method: 'PUT', body: bytes.slice(start, start + upload.partBytes) })
    if (!response.ok) throw new Error(`The store answered ${response.status}: ${await response.text()}`)
    received.push({ part, tag: response.headers.get('etag') ?? '' })
  }
  return call('POST', `/uploads/${upload.id}/parts`, { received })
}

/** A file brought into the library from its first byte to its last; answers how that ended. */
export async function uploadFile(
  person: Caller,
  websiteId: string,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  options: { folderId?: string; replacesId?: string } = {},
): Promise<Upload> {
  const upload = await beginUpload(person, websiteId, { fileName, sizeBytes: bytes.length, ...options })
  const parts = Array.from({ length: Math.ceil(bytes.length / upload.partBytes) }, (_, index) => index + 1)
  await sendParts(person, upload, bytes, parts)
  const completed = await person.call('POST', `/uploads/${upload.id}/completion`)
  if (completed.status !== 200) throw new Error(`Completing answered ${JSON.stringify(completed.body)}`)
  return settledUpload(person, upload.id)
}

export const settledUpload = ({ call }: Caller, id: string): Promise<Upload> =>
  eventually(async () => {
    const { body } = await call('GET', `/uploads/${id}`)
    return body.status === 'ready' || body.status === 'refused' ? body : undefined
  })

export async function uploadedAsset(
  person: Caller,
  websiteId: string,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  options: { folderId?: string } = {},
) {
  const { assetId, problem } = await uploadFile(person, websiteId, fileName, bytes, options)
  if (!assetId) throw new Error(`The file was refused: ${problem}`)
  return (await person.call('GET', `/assets/${assetId}`)).body
}

export const textBytes = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text))
