import type { Agency, Person, World } from '#tests/stack/world.ts'
import { eventually } from '#tests/stack/world.ts'
import { PART_BYTES } from '#workers/imports/imports.contract.ts'

/** Uploads a file in parts and starts its import; returns the import as it then is. */
export async function startImport(owner: Person, origin: string, websiteId: string, file: Uint8Array) {
  const created = await owner.call('POST', `/websites/${websiteId}/imports`, {
    fileName: 'export.xml',
    sizeBytes: file.length,
  })
  if (created.status !== 201) throw new Error(JSON.stringify(created.body))
  const { id } = created.body
  for (let part = 1; (part - 1) * PART_BYTES < file.length; part++) {
    const bytes = file.subarray((part - 1) * PART_BYTES, part * PART_BYTES)
    const answer = await sendPart(owner, origin, id, part, bytes)
    if (answer.status !== 204) throw new Error(await answer.text())
  }
  return (await owner.call('POST', `/imports/${id}/run`)).body
}

export function sendPart(
  owner: Person,
  origin: string,
  id: string,
  part: number,
  bytes: Uint8Array,
): Promise<Response> {
  return fetch(`${origin}/api/v1/imports/${id}/parts/${part}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${owner.token}`, origin, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
}

/** Imports a file and waits until it has ended, one way or the other. */
export async function importFile(
  world: World,
  { owner }: Agency,
  websiteId: string,
  file: Uint8Array,
  patienceMs = 30_000,
) {
  const started = await startImport(owner, world.origin, websiteId, file)
  return eventually(async () => {
    const { body } = await owner.call('GET', `/imports/${started.id}`)
    return body.status === 'done' || body.status === 'failed' ? body : undefined
  }, patienceMs)
}

/** How many of a kind came to what. */
export const tallyOf = (imported: { tallies: { kind: string }[] }, kind: string) =>
  imported.tallies.find((tally) => tally.kind === kind)
