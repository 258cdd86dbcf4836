import { gzipSync } from 'node:zlib'

export interface TarEntry {
  name: string
  body?: string | Uint8Array
  /** '0' a file, '2' a link, 'g' what holds for all. */
  type?: string
  /** What the header says in place of the true size. */
  size?: string
}

/** A tar archive as `git archive` writes it, with whatever somebody might put in to deceive. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, body = '', type = '0', size }) => {
    const bytes = Buffer.from(body)
    const header = Buffer.alloc(512)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write(size ?? bytes.length.toString(8).padStart(11, '0'), 124)
    header.write(type, 156)
    header.write('ustar\x0000', 257)
    const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512)
    return [header, bytes, padding]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const tarGzOf = (entries: readonly TarEntry[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(gzipSync(tarOf(entries)))

/** What `git archive` writes in front: the commit it was asked for. */
export const commitEntry = (commit: string): TarEntry => ({
  ...{ name: 'pax_global_header', type: 'g', body: `52 comment=${commit}\n` },
})
