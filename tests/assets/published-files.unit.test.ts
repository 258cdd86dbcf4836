import { describe, expect, test } from 'vitest'
import type { PublishedFile } from '#workers/assets/published-file.ts'
import { FilePublisher } from '#workers/assets/published-files.ts'

const id = '0199d3a0-0000-7000-8000-000000000001'
const gone = '0199d3a0-0000-7000-8000-000000000009'
const photo: PublishedFile = {
  ...{ id, fileName: 'a b (1).jpg', contentHash: 'a'.repeat(24), contentType: 'image/jpeg' },
  ...{
    width: 800,
    height: 600,
    focus: '10% 20%',
    placeholder: 'data:image/webp;base64,AAAA',
    isResizable: true,
  },
}
const sheet: PublishedFile = {
  ...{ ...photo, id: id.replace(/1$/, '2'), fileName: 'prices.pdf', contentHash: 'b'.repeat(24) },
  ...{ contentType: 'application/pdf', width: null, height: null, isResizable: false, placeholder: '' },
}
const named = (file: { id: string; fileName?: string }) =>
  `/_dde/files/${file.id}/${file.fileName ?? 'x.jpg'}`
const publisher = () => new FilePublisher([photo, sheet])

describe('publishing a document', () => {
  test('writes addresses of bytes where files are named, with what a picture needs to be drawn', () => {
    const files = publisher()
    const published = files.publish({
      image: { src: `/_dde/files/${id}/a%20b%20(1).jpg`, alt: 'A', width: 1, height: 1 },
      link: { href: named(sheet) },
      seo: { image: named({ id }) },
    })
    expect(published).toEqual({
      image: {
        ...{
          src: `/_dde/files/${photo.contentHash}/1280/a%20b%20(1).jpg`,
          alt: 'A',
          width: 800,
          height: 600,
        },
        ...{ focus: '10% 20%', placeholder: photo.placeholder },
      },
      link: { href: `/_dde/files/${sheet.contentHash}/prices.pdf` },
      seo: { image: `/_dde/files/${photo.contentHash}/1280/a%20b%20(1).jpg` },
    })
    expect(files.ids).toEqual([photo.id, sheet.id])
    expect(files.manifest).toEqual({
      [photo.contentHash]: { type: 'image/jpeg', isResizable: true },
      [sheet.contentHash]: { type: 'application/pdf' },
    })
  })

  test('gives pictures in a text their widths and room, and leaves out those that are gone', () => {
    const html = `<p><img src="${named({ id })}" srcset="${named({ id })} 300w" sizes="9px" alt="a > b"> <img src="${named({ id: gone })}" alt=""> <a href="${named(sheet)}">Prices</a></p>`
    const published = publisher().publish({ html }).html
    expect(published).toContain(`src="/_dde/files/${photo.contentHash}/1280/`)
    expect(published).toMatch(
      /srcset="[^"]+\/160\/[^"]+ 160w, [^"]+ 800w" sizes="auto, [^"]+" width="800" height="600"/,
    )
    expect(published.match(/srcset=/g)).toHaveLength(1)
    expect(published).toContain(`href="/_dde/files/${sheet.contentHash}/prices.pdf"`)
    expect(published).not.toContain(gone)
  })

  test('names no file that is gone, and none that nothing shows', () => {
    const files = publisher()
    expect(files.publish({ image: { src: named({ id: gone }), alt: '' } })).toEqual({
      image: { src: '', alt: '' },
    })
    expect(files.manifest).toEqual({})
    expect(files.ids).toEqual([])
  })

  test('leaves everything else as it is', () => {
    const value = { a: [1, null, true, 'text'], html: '<p>Hello</p>', src: '/_dde/art/x.svg' }
    expect(publisher().publish(value)).toEqual(value)
  })
})
