import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { planLimits } from '#workers/tenancy/plan-limits.ts'
import { describePicture, PLACE, pngOfSize, samplePicture } from './sample-pictures.ts'
import { beginUpload, sendParts, settledUpload, textBytes, uploadedAsset, uploadFile } from './upload.ts'

const { origin } = inject('stack')
let world: World
let agency: Agency
let websiteId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  websiteId = (await world.onboard(agency)).websiteId
})
afterAll(() => world.close())

const storedBytes = async () => {
  const { rows } = await world.db.query('select stored_bytes from tenants where id = $1', [agency.tenantId])
  return Number(rows[0].stored_bytes)
}
const contentOf = (id: string, query = '') =>
  fetch(`${origin}/api/v1/assets/${id}/content${query}`, {
    headers: { authorization: `Bearer ${agency.owner.token}` },
  })

describe('a file that is uploaded', () => {
  test('goes in parts straight to the store and comes back as it was', async () => {
    const bytes = new Uint8Array(randomBytes(8 * 1024 * 1024 + 12_345))
    const upload = await beginUpload(agency.owner, websiteId, { fileName: 'a.bin', sizeBytes: bytes.length })
    await sendParts(agency.owner, upload, bytes, [2, 1])
    await agency.owner.call('POST', `/uploads/${upload.id}/completion`)
    const { status, assetId } = await settledUpload(agency.owner, upload.id)
    expect(status).toBe('ready')
    const back = new Uint8Array(await (await contentOf(assetId ?? '')).arrayBuffer())
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true)
  })

  test('goes on after a part that broke off, with what is missing', async () => {
    const bytes = new Uint8Array(randomBytes(2 * 8 * 1024 * 1024 + 7))
    const upload = await beginUpload(agency.owner, websiteId, { fileName: 'b.bin', sizeBytes: bytes.length })
    await sendParts(agency.owner, upload, bytes, [1])
    const { body } = await agency.owner.call('POST', `/uploads/${upload.id}/parts`, { wanted: [2] })
    const half = await fetch(body.addresses[0].url, { method: 'PUT', body: bytes.slice(0, 100) })
    expect(half.ok).toBe(false)
    const tooEarly = await agency.owner.call('POST', `/uploads/${upload.id}/completion`)
    expect(tooEarly.status).toBe(409)
    expect(tooEarly.body.error.message).toBe('Parts are missing: 2, 3.')

    const again = await agency.owner.call('GET', `/uploads/${upload.id}`)
    expect(again.body.receivedParts).toEqual([1])
    await sendParts(agency.owner, upload, bytes, [2, 3])
    await agency.owner.call('POST', `/uploads/${upload.id}/completion`)
    expect((await settledUpload(agency.owner, upload.id)).status).toBe('ready')
  })

  test('is completed once, however often that is asked', async () => {
    const upload = await beginUpload(agency.owner, websiteId, { fileName: 'c.txt', sizeBytes: 5 })
    await sendParts(agency.owner, upload, textBytes('hello'), [1])
    const answers = await Promise.all(
      [1, 2, 3].map(() => agency.owner.call('POST', `/uploads/${upload.id}/completion`)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await settledUpload(agency.owner, upload.id)
    const { rows } = await world.db.query('select count(*)::int n from assets where id = $1', [upload.id])
    expect(rows[0].n).toBe(1)
  })

  test('loses folders and tricks of its name, and keeps what a person would read', async () => {
    const asset = await uploadedAsset(
      agency.owner,
      websiteId,
      '../../..\\secret/Tea & cake.txt',
      textBytes('tea'),
    )
    expect(asset).toMatchObject({ fileName: 'Tea & cake.txt', title: 'Tea & cake', kind: 'document' })
    expect(asset.src).toBe(`/_dde/files/${asset.id}/Tea%20%26%20cake.txt`)
  })

  test('a picture is measured, loses where it was taken, and has a placeholder', async () => {
    const picture = await samplePicture('jpeg', { width: 800, height: 600, isTelling: true, orientation: 6 })
    const asset = await uploadedAsset(agency.owner, websiteId, 'team.jpg', picture)
    expect(asset).toMatchObject({ kind: 'image', width: 600, height: 800, isResizable: true })
    expect(asset.placeholder).toMatch(/^data:image\/webp;base64,/)
    const back = Buffer.from(await (await contentOf(asset.id)).arrayBuffer())
    expect(back.includes(PLACE)).toBe(false)
    const { rows } = await world.db.query('select object_key from uploads where id = $1', [asset.id])
    await eventually(async () => ((await rawObject(rows[0].object_key)) === 404 ? true : undefined))
  })

  test('can be asked for smaller, and in part', async () => {
    const picture = await samplePicture('png', { width: 900, height: 300 })
    const asset = await uploadedAsset(agency.owner, websiteId, 'wide.png', picture)
    const small = await contentOf(asset.id, '?width=320')
    expect(small.headers.get('content-type')).toBe('image/webp')
    expect((await describePicture(new Uint8Array(await small.arrayBuffer()))).width).toBe(320)
    const part = await fetch(`${origin}/api/v1/assets/${asset.id}/content`, {
      headers: { authorization: `Bearer ${agency.owner.token}`, range: 'bytes=0-7' },
    })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-7/${asset.sizeBytes}`])
    expect(part.headers.get('content-security-policy')).toContain('sandbox')
  })
})

/** What a browser would get that reached the store itself. */
async function rawObject(key: string): Promise<number> {
  const { AwsClient } = await import('aws4fetch')
  const client = new AwsClient({
    accessKeyId: 'laptop',
    secretAccessKey: 'laptop-secret',
    service: 's3',
    region: 'auto',
  })
  const response = await client.fetch(`${origin}/cdn-cgi/local/r2/s3/dde-files/${key}`)
  await response.body?.cancel()
  return response.status
}

describe('a file that is refused', () => {
  const refused = async (fileName: string, bytes: Uint8Array<ArrayBuffer>) => {
    const { status, problem } = await uploadFile(agency.owner, websiteId, fileName, bytes)
    expect(status).toBe('refused')
    return problem
  }

  test('because it lies about what it is', async () => {
    expect(await refused('holiday.jpg', textBytes('<!doctype html><script>alert(1)</script>'))).toMatch(
      /JPEG picture, but it holds a web page/,
    )
  })

  test('because it would unpack to too much', async () => {
    expect(await refused('bomb.png', await pngOfSize(60_000, 60_000))).toMatch(/60000 by 60000 pixels/)
  })

  test('because it is damaged', async () => {
    const picture = (await samplePicture('jpeg')).slice(0, 200)
    expect(await refused('half.jpg', picture)).toMatch(/damaged/)
  })

  test('stays in the list of uploads with the reason until it is put away, and takes up no room', async () => {
    const before = await eventually(async () => storedBytes())
    const { id } = await uploadFile(agency.owner, websiteId, 'virus.exe', textBytes('MZ and more'))
    const { body } = await agency.owner.call('GET', `/websites/${websiteId}/uploads`)
    expect(body.items.find((each: { id: string }) => each.id === id).problem).toBe('Programs are not taken.')
    expect((await agency.owner.call('DELETE', `/uploads/${id}`)).status).toBe(204)
    expect((await agency.owner.call('GET', `/uploads/${id}`)).status).toBe(404)
    await eventually(async () => ((await storedBytes()) <= before ? true : undefined))
  })
})

describe('an upload', () => {
  test('can be broken off, and gives back the room it had taken', async () => {
    const before = await storedBytes()
    const upload = await beginUpload(agency.owner, websiteId, { fileName: 'd.bin', sizeBytes: 500_000_000 })
    expect(await storedBytes()).toBe(before + 500_000_000)
    expect((await agency.owner.call('DELETE', `/uploads/${upload.id}`)).status).toBe(204)
    await eventually(async () => ((await storedBytes()) === before ? true : undefined))
    const late = await agency.owner.call('POST', `/uploads/${upload.id}/parts`, { wanted: [1] })
    expect(late.status).toBe(404)
  })

  test('does not begin when the plan holds no more, and says so', async () => {
    const other = await world.agency()
    const { websiteId: full } = await world.onboard(other)
    await world.db.query('update tenants set stored_bytes = $2 where id = $1', [
      other.tenantId,
      planLimits.storedBytes - 10,
    ])
    const answer = await other.owner.call('POST', `/websites/${full}/uploads`, {
      fileName: 'e.txt',
      sizeBytes: 11,
    })
    expect(answer.status).toBe(402)
    expect(answer.body.error.message).toMatch(/^Your plan holds 50 GB of files/)
    const { rows } = await world.db.query('select stored_bytes from tenants where id = $1', [other.tenantId])
    expect(Number(rows[0].stored_bytes)).toBe(planLimits.storedBytes - 10)
    const fits = await other.owner.call('POST', `/websites/${full}/uploads`, {
      fileName: 'e.txt',
      sizeBytes: 10,
    })
    expect(fits.status).toBe(201)
  })

  test.each([
    [{ fileName: '', sizeBytes: 1 }, /fileName/],
    [{ fileName: 'a', sizeBytes: 0 }, /empty/],
    [{ fileName: 'a', sizeBytes: 6 * 1024 ** 3 }, /5 GB/],
  ])('%j is refused with the reason', async (body, reason) => {
    const answer = await agency.owner.call('POST', `/websites/${websiteId}/uploads`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toMatch(reason)
  })

  test('has no parts beyond its last', async () => {
    const upload = await beginUpload(agency.owner, websiteId, { fileName: 'f.txt', sizeBytes: 5 })
    const answer = await agency.owner.call('POST', `/uploads/${upload.id}/parts`, { wanted: [2] })
    expect(answer.body.error).toMatchObject({
      statusCode: 400,
      message: 'part: Parts of this file go from 1 to 1.',
    })
  })

  test('a part of another length than it must have is refused by the store', async () => {
    const upload = await beginUpload(agency.owner, websiteId, { fileName: 'g.txt', sizeBytes: 5 })
    const { body } = await agency.owner.call('POST', `/uploads/${upload.id}/parts`, { wanted: [1] })
    const longer = await fetch(body.addresses[0].url, { method: 'PUT', body: textBytes('hello and more') })
    expect(longer.ok).toBe(false)
    const elsewhere = body.addresses[0].url.replace(/partNumber=1/, 'partNumber=2')
    expect((await fetch(elsewhere, { method: 'PUT', body: textBytes('hello') })).status).toBe(403)
  })

  test('people who may only read cannot begin one', async () => {
    const viewer = await world.person({ tenantId: agency.tenantId, role: 'client_viewer' })
    const answer = await viewer.call('POST', `/websites/${websiteId}/uploads`, {
      fileName: 'a',
      sizeBytes: 1,
    })
    expect(answer.status).toBe(403)
    const nowhere = await agency.owner.call('POST', `/websites/${newId()}/uploads`, {
      fileName: 'a',
      sizeBytes: 1,
    })
    expect(nowhere.status).toBe(404)
  })
})
