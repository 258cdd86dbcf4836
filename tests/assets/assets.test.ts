import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browse } from '#tests/edge/browse.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { samplePicture } from './sample-pictures.ts'
import { textBytes, uploadedAsset, uploadFile } from './upload.ts'

let world: World
let agency: Agency
let websiteId: string
let host: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  ;({ websiteId, host } = await world.onboard(agency))
})
afterAll(() => world.close())

const call = (...args: Parameters<Agency['owner']['call']>) => agency.owner.call(...args)
const publish = async () => {
  const { body } = await call('POST', `/websites/${websiteId}/publication`)
  await runToEnd(agency.owner, body.runId)
}
/** The front door believes what a host points at for a second. */
const shown = (path: string) =>
  eventually(async () => {
    const page = await browse(host, path)
    return page.status === 200 ? page : undefined
  })
const names = async (query: string) => {
  const { body } = await call('GET', `/websites/${websiteId}/assets?${query}`)
  return body.items.map(({ fileName }: { fileName: string }) => fileName)
}
const text = (name: string, content = name) =>
  uploadedAsset(agency.owner, websiteId, name, textBytes(content))

async function pageWith(title: string, props: object, type = 'image') {
  const { body: page } = await call('POST', `/websites/${websiteId}/pages`, {
    title,
    path: `/${title.toLowerCase()}`,
  })
  const edits = await call('POST', `/pages/${page.id}/edits`, {
    ...{ base: page.version, editor: page.id },
    patches: [
      {
        ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['a'] },
        nodes: { a: { type, version: 1, props } },
      },
    ],
  })
  if (edits.status !== 200 && edits.status !== 201) throw new Error(JSON.stringify(edits.body))
  const current = (await call('GET', `/pages/${page.id}`)).body
  await call('PATCH', `/pages/${page.id}`, { status: 'published', version: current.version })
  return page.id as string
}

describe('the library', () => {
  test('finds files by words, kind, folder, tag, lacking text and bytes', async () => {
    const { body: folder } = await call('POST', `/websites/${websiteId}/asset-folders`, { name: 'Menus' })
    const menu = await uploadedAsset(agency.owner, websiteId, 'Winter menu.txt', textBytes('soup'), {
      folderId: folder.id,
    })
    const photo = await uploadedAsset(agency.owner, websiteId, 'kitchen.png', await samplePicture('png'))
    await call('PATCH', `/assets/${menu.id}`, { tags: ['Food', 'food', 'Season'], version: menu.version })

    expect(await names('search=winter')).toEqual(['Winter menu.txt'])
    expect(await names('search=100%25')).toEqual([])
    expect(await names('kind=image')).toContain('kitchen.png')
    expect(await names(`folder=${folder.id}`)).toEqual(['Winter menu.txt'])
    expect(await names('folder=none')).not.toContain('Winter menu.txt')
    expect(await names('tag=food')).toEqual(['Winter menu.txt'])
    expect(await names('lacksAlt=true')).toEqual(['kitchen.png'])
    expect(await names(`sha256=${photo.sha256}`)).toEqual(['kitchen.png'])
    const { body: summary } = await call('GET', `/websites/${websiteId}/assets-summary`)
    expect(summary).toMatchObject({ counts: { image: 1 }, lackingAlt: 1 })
    expect(summary.tags).toContainEqual({ tag: 'food', count: 1 })
  })

  test('renames without changing what a file is, and keeps its other facts', async () => {
    const asset = await text('old.txt')
    const change = {
      fileName: '../new name.html',
      alt: 'Words',
      focus: { x: 10, y: 90 },
      version: asset.version,
    }
    const { body } = await call('PATCH', `/assets/${asset.id}`, change)
    expect(body).toMatchObject({ fileName: 'new name.txt', alt: 'Words', focus: { x: 10, y: 90 } })
    expect((await call('PATCH', `/assets/${asset.id}`, change)).status).toBe(409)
  })

  test('moves, tags and removes many at once, and takes that back', async () => {
    const [one, two] = [await text('one.txt'), await text('two.txt')]
    const ids = [one.id, two.id]
    const { body: folder } = await call('POST', `/websites/${websiteId}/asset-folders`, { name: 'Numbers' })
    const change = (body: object) => call('PATCH', `/websites/${websiteId}/assets`, { ids, ...body })
    expect((await change({ folderId: folder.id, addTags: ['Count'] })).body).toEqual({ count: 2 })
    expect((await names(`folder=${folder.id}`)).sort()).toEqual(['one.txt', 'two.txt'])
    await change({ removeTags: ['count'], isRemoved: true })
    expect(await names(`folder=${folder.id}`)).toEqual([])
    expect((await names('isRemoved=true')).sort()).toEqual(['one.txt', 'two.txt'])
    await change({ isRemoved: false })
    expect((await call('GET', `/assets/${one.id}`)).body).toMatchObject({ tags: [], removedAt: null })
  })

  test('a folder that goes leaves what was in it where it was', async () => {
    const folders = `/websites/${websiteId}/asset-folders`
    const { body: outer } = await call('POST', folders, { name: 'Outer' })
    const { body: inner } = await call('POST', folders, { name: 'Inner', parentId: outer.id })
    expect((await call('POST', folders, { name: 'Inner', parentId: outer.id })).status).toBe(409)
    const asset = await uploadedAsset(agency.owner, websiteId, 'deep.txt', textBytes('deep'), {
      folderId: inner.id,
    })
    expect((await call('DELETE', `/asset-folders/${inner.id}`)).status).toBe(204)
    expect((await call('GET', `/assets/${asset.id}`)).body.folderId).toBe(outer.id)
  })
})

describe('a file that a page shows', () => {
  test('is published under the hash of its bytes, in the widths and formats browsers take', async () => {
    const picture = await samplePicture('jpeg', { width: 1000, height: 500 })
    const asset = await uploadedAsset(agency.owner, websiteId, 'harbour.jpg', picture)
    await call('PATCH', `/assets/${asset.id}`, { focus: { x: 20, y: 30 }, version: asset.version })
    const pageId = await pageWith('Harbour', { image: { src: asset.src, alt: 'The harbour' } })
    expect((await browse(host, asset.src)).status).toBe(404)
    await publish()

    const page = await shown('/harbour')
    const [, hash] = /src="\/_dde\/files\/([0-9a-f]{24})\/1280\/harbour.jpg"/.exec(page.text) ?? []
    expect(page.text).toMatch(/srcset="[^"]*\/160\/harbour.jpg 160w, [^"]*\/1280\/harbour.jpg 1000w"/)
    expect(page.text).toMatch(/width="1000" height="500" style="object-position:20% 30%;background:20% 30%/)
    const at = (width: string, accept: string) =>
      browse(host, `/_dde/files/${hash}/${width}harbour.jpg`, { headers: { accept } })
    const [avif, webp, jpeg] = [
      await at('320/', 'image/avif,image/webp,*/*'),
      await at('320/', 'image/webp,*/*'),
      await at('320/', '*/*'),
    ]
    expect([avif, webp, jpeg].map(({ headers }) => headers['content-type'])).toEqual([
      'image/avif',
      'image/webp',
      'image/jpeg',
    ])
    expect(avif?.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(avif?.headers['content-security-policy']).toContain('sandbox')
    const again = await eventually(async () => {
      const answer = await at('320/', 'image/avif,image/webp,*/*')
      return answer.headers['x-cache'] === 'hit' ? answer : undefined
    })
    expect(again.headers['content-type']).toBe('image/avif')
    expect((await at('321/', '*/*')).status).toBe(404)
    expect((await at('', '*/*')).status).toBe(200)

    const { body: uses } = await call('GET', `/assets/${asset.id}/uses`)
    expect(uses.items).toEqual([
      { kind: 'page', id: pageId, title: 'Harbour', detail: 'content', href: `/pages/${pageId}` },
    ])
    expect((await call('GET', `/assets/${asset.id}`)).body.isPublished).toBe(true)
  })

  test('shows its new bytes everywhere with the next publication, and can be what it was again', async () => {
    const first = await samplePicture('png', { width: 300, height: 200 })
    const asset = await uploadedAsset(agency.owner, websiteId, 'logo.png', first)
    await pageWith('Logo', { image: { src: asset.src, alt: 'A logo' } })
    await publish()
    const hashOf = async () => /\/_dde\/files\/([0-9a-f]{24})\//.exec((await browse(host, '/logo')).text)?.[1]
    await shown('/logo')
    const before = await hashOf()

    const wrongKind = await call('POST', `/websites/${websiteId}/uploads`, {
      ...{ fileName: 'logo.pdf', sizeBytes: 10, replacesId: asset.id },
    })
    expect(wrongKind.status).toBe(409)
    const second = await samplePicture('webp', { width: 400, height: 200 })
    await uploadFile(agency.owner, websiteId, 'other.webp', second, { replacesId: asset.id })
    const { body: replaced } = await call('GET', `/assets/${asset.id}`)
    expect(replaced).toMatchObject({ fileName: 'logo.webp', width: 400, contentType: 'image/webp' })
    expect(await hashOf()).toBe(before)
    await publish()
    await eventually(async () => ((await hashOf()) === before ? undefined : true))

    const { body: versions } = await call('GET', `/assets/${asset.id}/versions`)
    expect(versions.items.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([true, false])
    await call('POST', `/assets/${asset.id}/versions/${versions.items[1].id}/restoration`)
    await publish()
    await eventually(async () => ((await hashOf()) === before ? true : undefined))
  })

  test('leaves the site with the publication after its removal, and cannot be deleted for good before', async () => {
    const asset = await uploadedAsset(
      agency.owner,
      websiteId,
      'gone.png',
      await samplePicture('png', { width: 77 }),
    )
    await pageWith('Gone', { image: { src: asset.src, alt: 'Soon gone' } })
    await publish()
    const src = /src="(\/_dde\/files\/[^"]+)"/.exec((await shown('/gone')).text)?.[1] ?? ''
    expect((await call('DELETE', `/assets/${asset.id}/bytes`)).status).toBe(404)
    await call('DELETE', `/assets/${asset.id}`)
    const tooEarly = await call('DELETE', `/assets/${asset.id}/bytes`)
    expect(tooEarly.body.error.message).toMatch(/^The website as visitors see it still shows this file/)
    await publish()
    await eventually(async () =>
      (await browse(host, '/gone')).text.includes('/_dde/files/') ? undefined : true,
    )
    expect((await call('DELETE', `/assets/${asset.id}/bytes`)).status).toBe(204)
    expect((await call('GET', `/assets/${asset.id}`)).status).toBe(404)
    await eventually(async () => {
      const { rowCount } = await world.db.query('select from assets where id = $1', [asset.id])
      return rowCount === 0 ? true : undefined
    })
    expect(src).toMatch(/^\/_dde\/files\//)
  })

  test('documents are downloaded and media can be asked for in part; nothing uploaded runs on the site', async () => {
    const page = await text('evil.html', '<!doctype html><script>alert(1)</script>')
    const drawing = await text(
      'drawing.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><path d="M0 0"/></svg>',
    )
    await pageWith(
      'Files',
      { html: `<p><a href="${page.src}">a</a> <a href="${drawing.src}">b</a></p>` },
      'rich-text',
    )
    await publish()
    const [evil = '', svg = ''] = [...(await shown('/files')).text.matchAll(/\/_dde\/files\/[^"]+/g)].map(
      String,
    )
    const answer = await browse(host, evil)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
    const drawn = await browse(host, svg)
    expect(drawn.headers['content-security-policy']).toContain('sandbox')
    expect(drawn.text).not.toMatch(/script|onload/)
    const part = await browse(host, evil, { headers: { range: 'bytes=2-8' } })
    expect([part.status, part.text]).toEqual([206, 'doctype'])
  })
})
