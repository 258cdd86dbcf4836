import { describe, expect, test } from 'vitest'
import {
  publicFilePath,
  readFileAddress,
  sizedFilePath,
  sizesOf,
} from '#workers/assets/file-address.contract.ts'
import { cleanFileName } from '#workers/assets/file-name.ts'
import { settleType } from '#workers/assets/inspect-file.ts'
import { samplePicture } from './sample-pictures.ts'

const text = (content: string) => new TextEncoder().encode(content)

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\photo.jpg', 'photo.jpg'],
    ['..', 'file'],
    ['a\u0000b\u202Egpj.exe', 'abgpj.exe'],
    ['.htaccess', 'htaccess'],
    ['what? <this>: "that".png', 'what- -this-- -that-.png'],
    ['Ünïcode 写真.png', 'Ünïcode 写真.png'],
  ])('%j becomes %j', (given, kept) => expect(cleanFileName(given)).toBe(kept))

  test('a long one keeps its end', () => {
    const name = cleanFileName(`${'long '.repeat(100)}.jpeg`)
    expect(name.length).toBeLessThanOrEqual(120)
    expect(name).toMatch(/\.jpeg$/)
  })
})

describe('what a file is taken for', () => {
  test('what its name promises, if its bytes keep it', async () => {
    expect(settleType('a.jpg', await samplePicture('jpeg')).type).toBe('image/jpeg')
    expect(settleType('a.pdf', text('%PDF-1.7')).type).toBe('application/pdf')
    expect(settleType('a.docx', text('PK\u0003\u0004')).type).toMatch(/wordprocessingml/)
    expect(settleType('a.csv', text('a,b\n1,2')).type).toBe('text/csv')
  })

  test('a picture under the name of another kind of picture gets its own', async () => {
    expect(settleType('a.jpg', await samplePicture('webp'))).toEqual({
      type: 'image/webp',
      fileName: 'a.webp',
    })
  })

  test('anything unknown, and a web page, is bytes to be downloaded', () => {
    expect(settleType('a.xyz', text('whatever')).type).toBe('application/octet-stream')
    expect(settleType('a.html', text('<!doctype html><script>')).type).toBe('application/octet-stream')
    expect(settleType('a.js', text('alert(1)')).type).toBe('application/octet-stream')
  })

  test.each([
    ['a.jpg', text('<!doctype html><script>alert(1)</script>'), /JPEG picture, but it holds a web page/],
    ['a.png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), /PNG picture, but it holds SVG drawing/],
    ['a.svg', text('%PDF-1.7'), /SVG drawing, but it holds PDF document/],
    ['a.pdf', text('PK\u0003\u0004'), /PDF document, but it holds ZIP archive/],
    ['a.mp4', text('just words'), /MP4 video, but it holds text file/],
    ['a.txt', text('%PDF-1.7'), /text file, but it holds PDF/],
    ['a.mp3', new Uint8Array([0, 1, 2, 3, 4, 5]), /MP3 recording, but it holds something else/],
    ['setup.exe', text('MZ\u0090'), /Programs/],
    ['a.jpg', text('MZ\u0090'), /Programs/],
  ])('%s that lies is refused with the reason', (name, bytes, reason) => {
    expect(() => settleType(name, bytes)).toThrow(reason)
  })
})

describe('addresses of files', () => {
  const contentHash = '0123456789abcdef01234567'
  test.each([
    [`/_dde/files/${contentHash}/a.jpg`, { contentHash }],
    [`/_dde/files/${contentHash}/640`, { contentHash }],
    [`/_dde/files/${contentHash}/640/a.jpg`, { contentHash, width: 640 }],
    [`/_dde/files/${contentHash}/641/a.jpg`, undefined],
    [`/_dde/files/${contentHash}/640/b/a.jpg`, undefined],
    ['/_dde/files/0199d3a0-0000-7000-8000-000000000001/a.pdf', undefined],
    ['/_dde/files/../manifests/x', undefined],
    ['/_dde/files/', undefined],
  ])('%s', (path, asked) => expect(readFileAddress(path)).toEqual(asked))

  test('a picture is offered in the widths up to its own', () => {
    const path = sizedFilePath(contentHash, 1280, 'a b,(1).jpg')
    expect(sizesOf(path, 700).map(({ width }) => width)).toEqual([160, 320, 640, 700])
    expect(sizesOf(path, 90).map(({ width }) => width)).toEqual([90])
    expect(sizesOf(path, 9000).map(({ width }) => width)).toEqual([160, 320, 640, 960, 1280, 1920, 2560])
    for (const size of sizesOf(path, 9000)) expect(readFileAddress(size.path)?.contentHash).toBe(contentHash)
    expect(sizesOf(publicFilePath(contentHash, 'a.svg'), 700)).toEqual([])
    expect(sizesOf('https://elsewhere.example/a.jpg', 700)).toEqual([])
  })
})
