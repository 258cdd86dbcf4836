type Test = (bytes: Uint8Array) => boolean

/** What begins every file of a type, in the order of trying. */
const SIGNATURES: readonly (readonly [type: string, test: Test])[] = [
  ['image/jpeg', has(0, '\u00ff\u00d8\u00ff')],
  ['image/png', has(0, '\u0089PNG\r\n\u001a\n')],
  ['image/gif', either(has(0, 'GIF87a'), has(0, 'GIF89a'))],
  ['image/webp', both(has(0, 'RIFF'), has(8, 'WEBP'))],
  ['audio/wav', both(has(0, 'RIFF'), has(8, 'WAVE'))],
  ['image/avif', brand('avif', 'avis')],
  ['image/heic', brand('heic', 'heix', 'heif', 'mif1', 'msf1')],
  ['audio/mp4', brand('M4A ', 'M4B ')],
  ['video/quicktime', brand('qt  ')],
  [
    'video/mp4',
    brand(
      'isom',
      'iso2',
      'iso4',
      'iso5',
      'iso6',
      'mp41',
      'mp42',
      'avc1',
      'M4V ',
      'MSNV',
      'dash',
      '3gp4',
      '3gp5',
    ),
  ],
  ['application/pdf', has(0, '%PDF-')],
  ['audio/mpeg', either(has(0, 'ID3'), isMpegFrame)],
  ['video/ogg', both(has(0, 'OggS'), within(256, 'theora'))],
  ['audio/ogg', has(0, 'OggS')],
  ['audio/flac', has(0, 'fLaC')],
  ['video/webm', both(has(0, '\u001aE\u00df\u00a3'), within(64, 'webm'))],
  ['image/x-icon', has(0, '\u0000\u0000\u0001\u0000')],
  ['image/bmp', has(0, 'BM')],
  ['image/tiff', either(has(0, 'II*\u0000'), has(0, 'MM\u0000*'))],
  ['application/gzip', has(0, '\u001f\u008b')],
  ['application/zip', has(0, 'PK\u0003\u0004')],
]
const MARKUP = /^(?:\s|<!--[\s\S]{0,1000}?-->|<\?[^>]{0,300}\?>)*<(!doctype|[a-z][a-z0-9:]*)/i

/** Types a browser runs code from; they are never stored as what they are. */
export const DANGEROUS_TYPES: ReadonlySet<string> = new Set(['text/html', 'image/svg+xml', 'text/xml'])

/** How many bytes `sniffType` looks at. */
export const SNIFFED = 1024

/** The type of a file by its first bytes, whatever its name or its server says; undefined when they tell none. */
export function sniffType(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, SNIFFED)
  return SIGNATURES.find(([, test]) => test(head))?.[0] ?? markupType(head)
}

function markupType(head: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(head)
  const root = MARKUP.exec(text)?.[1]?.toLowerCase()
  if (root === undefined) return /<svg[\s>]/i.test(text) ? 'image/svg+xml' : undefined
  if (/<(?:[a-z]+:)?svg[\s>]/i.test(text)) return 'image/svg+xml'
  return /^\s*<\?xml/.test(text) ? 'text/xml' : 'text/html'
}

function has(offset: number, text: string): Test {
  const codes = Array.from(text, (character) => character.charCodeAt(0))
  return (bytes) => codes.every((code, index) => bytes[offset + index] === code)
}

/** The text anywhere in the first bytes. */
function within(length: number, text: string): Test {
  return (bytes) => asciiOf(bytes.subarray(0, length)).includes(text)
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

function brand(...brands: string[]): Test {
  const tests = brands.map((name) => has(8, name))
  return (bytes) => has(4, 'ftyp')(bytes) && tests.some((test) => test(bytes))
}

function either(...tests: Test[]): Test {
  return (bytes) => tests.some((test) => test(bytes))
}

function both(...tests: Test[]): Test {
  return (bytes) => tests.every((test) => test(bytes))
}

/** Eleven set bits, then a version, layer, bit rate and sampling rate that exist. */
function isMpegFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  const isLayer = (second & 0x06) !== 0 && (second & 0x18) !== 0x08
  return (
    first === 0xff && (second & 0xe0) === 0xe0 && isLayer && third >>> 4 !== 0x0f && (third & 0x0c) !== 0x0c
  )
}
