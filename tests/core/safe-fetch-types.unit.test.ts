import { describe, expect, test } from 'vitest'
import { DANGEROUS_TYPES, sniffType } from '#workers/core/safe-fetch-types.ts'

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('the type of a file', () => {
  test.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav'],
    ['\0\0\0\x20ftypavif', 'image/avif'],
    ['\0\0\0\x20ftypheic', 'image/heic'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['\0\0\0\x14ftypqt  ', 'video/quicktime'],
    ['%PDF-1.7', 'application/pdf'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'audio/mpeg'],
    ['OggS\0\x02vorbis', 'audio/ogg'],
    ['OggS\0\x02\x80theora', 'video/ogg'],
    ['fLaC', 'audio/flac'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'video/webm'],
    ['PK\x03\x04', 'application/zip'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['\xef\xbb\xbf<?xml version="1.0"?><!-- x --><svg>', 'image/svg+xml'],
    ['<?xml version="1.0"?><x:svg xmlns:x="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['some text <svg onload=x>', 'image/svg+xml'],
    ['<!DOCTYPE html><html>', 'text/html'],
    ['  \n<!-- x --><script>', 'text/html'],
    ['<h1>Not found</h1>', 'text/html'],
    ['<?xml version="1.0"?><rss>', 'text/xml'],
    ['plain text', undefined],
    ['', undefined],
    ['\xff\xff\xff\xff', undefined],
    ['BZh9', undefined],
  ])('%j is %s', (text, type) => {
    expect(sniffType(latin(text))).toBe(type)
  })

  test('markup hidden behind white space is still dangerous', () => {
    for (const text of ['\n\n\t <html>', '<a href=x>', '<SVG>', '<?x y?><html>'])
      expect(DANGEROUS_TYPES).toContain(sniffType(latin(text)))
  })

  test('is decided quickly for any bytes', () => {
    const start = performance.now()
    for (const text of ['<!--'.repeat(300), '<?'.repeat(600), ' '.repeat(2000), '<'.repeat(2000)])
      sniffType(latin(text))
    expect(performance.now() - start).toBeLessThan(200)
  })
})
