import { DomainError } from '../core/errors.ts'

const BLOCK = 512
/** What a Worker can hold at once, with room to spare. */
const MAX_INFLATED = 48 * 1024 * 1024
const MAX_ENTRIES = 5000
const REGULAR = new Set(['0', '\0', ''])

/** Files of a tar archive that are wanted, by their names, and what its maker wrote about all of them. */
export interface ReadTar {
  files: Map<string, Uint8Array<ArrayBuffer>>
  /** The commit `git archive` was asked for; empty where nothing tells. */
  commit: string
}

/**
 * Reads a gzipped tar archive. Only plain files whose name `wanted` takes are kept, without the folder hosts put around
 * everything; links, devices and whatever climbs out are not looked at. What inflates beyond measure is refused on the way.
 */
export async function readTarGz(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean,
): Promise<ReadTar> {
  const files: ReadTar['files'] = new Map()
  let commit = ''
  let longName = ''
  for (const { type, name, body } of entriesIn(await gunzip(bytes))) {
    if (type === 'g') commit ||= /\bcomment=([0-9a-f]{40,64})\b/.exec(textOf(body))?.[1] ?? ''
    else if (isNaming(type)) longName = longNameIn(type, body)
    else {
      const path = withoutRoot(longName || name)
      longName = ''
      if (REGULAR.has(type) && wanted(path)) keep(files, path, body)
    }
  }
  return { files, commit }
}

interface Entry {
  type: string
  name: string
  body: Uint8Array
}

/** What stands in an archive one after the other, up to its first empty block. */
function* entriesIn(tar: Uint8Array): Generator<Entry> {
  let count = 0
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK)
    if (header.every((byte) => byte === 0)) return
    count += 1
    if (count > MAX_ENTRIES) throw refusal(`The archive holds more than ${MAX_ENTRIES} files.`)
    const size = readSize(header)
    const body = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (body.length < size) throw refusal('The archive ends in the middle of a file.')
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    yield { type: textOf(header.subarray(156, 157)), name: nameIn(header), body }
  }
}

/** Entries that only say what the next one is called. */
const isNaming = (type: string): boolean => type === 'x' || type === 'L'

const longNameIn = (type: string, body: Uint8Array): string =>
  type === 'L' ? textOf(body) : (/\d+ path=([^\n]*)\n/.exec(textOf(body))?.[1] ?? '')

function keep(files: ReadTar['files'], name: string, body: Uint8Array): void {
  if (files.has(name)) throw refusal(`The archive holds “${name}” twice.`)
  files.set(name, new Uint8Array(body))
}

/** Counted while inflating: what an archive says of its size is its own word. */
async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch((cause) => {
      throw refusal('The archive is damaged.', cause)
    })
    if (done) break
    chunks.push(value)
    length += value.length
    if (length > MAX_INFLATED) {
      // What is still under way would otherwise go on; its own failure adds nothing.
      reader.cancel().catch(() => undefined)
      throw refusal(`The archive holds more than ${MAX_INFLATED / 1024 / 1024} MB.`)
    }
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Octal digits; sizes beyond those are beyond what is taken anyway. */
function readSize(header: Uint8Array): number {
  const digits = textOf(header.subarray(124, 136)).trim()
  if (!/^[0-7]{1,12}$/.test(digits)) throw refusal('The archive is damaged.')
  return Number.parseInt(digits, 8)
}

function nameIn(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100))
  const prefix = textOf(header.subarray(257, 262)) === 'ustar' ? textOf(header.subarray(345, 500)) : ''
  return prefix ? `${prefix}/${name}` : name
}

const withoutRoot = (name: string): string => name.replace(/^(?:\.\/)?[^/]+\//, '')

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end))
}

const refusal = (message: string, cause?: unknown) => new DomainError('invalid_input', message, { cause })
