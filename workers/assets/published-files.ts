import { and, eq } from 'drizzle-orm'
import { assets } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import type { Manifest } from '../sites/snapshot.contract.ts'
import { isHere } from './assets.ts'
import { NAMED_FILE, type PictureWidth } from './file-address.contract.ts'
import { addressOf, type PublishedFile } from './published-file.ts'
import { withPublicPictures } from './published-html.ts'

/** Of a picture without a choice of widths, this one is drawn. */
const ORDINARY_WIDTH: PictureWidth = 1280

/** A website's files, by the ids its texts name them by. */
export async function readPublishedFiles(ctx: Context, siteId: string): Promise<FilePublisher> {
  const rows = await ctx.db
    .select()
    .from(assets)
    .where(and(eq(assets.siteId, siteId), isHere))
  return new FilePublisher(
    rows.flatMap(({ contentHash, contentType, focusX, focusY, ...row }) =>
      contentHash === null
        ? []
        : [
            {
              ...row,
              contentHash,
              contentType: contentType ?? 'application/octet-stream',
              focus: focusX === 50 && focusY === 50 ? undefined : `${focusX}% ${focusY}%`,
            },
          ],
    ),
  )
}

/**
 * Writes the addresses of bytes where texts name files, and remembers which those were: only they are put within visitors' reach.
 * A file that is gone is shown nowhere.
 */
export class FilePublisher {
  readonly #files: Map<string, PublishedFile>
  readonly #used = new Map<string, PublishedFile>()
  #asked = new Set<string>()

  constructor(files: PublishedFile[]) {
    this.#files = new Map(files.map((file) => [file.id, file]))
  }

  /** Ids of the files that were published. */
  get ids(): string[] {
    return [...this.#used.keys()].sort()
  }

  /** By the hash of their bytes, in an order of their own, so that the same files make the same manifest. */
  get manifest(): NonNullable<Manifest['files']> {
    const entries = [...this.#used.values()].map(
      ({ contentHash, contentType, isResizable }) =>
        [contentHash, { type: contentType, ...(isResizable && { isResizable }) }] as const,
    )
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
  }

  /** Ids of the files that were named since this was last asked, there or not. */
  takeAsked(): string[] {
    const asked = [...this.#asked]
    this.#asked = new Set()
    return asked
  }

  /** All that is told of a file where it is shown; empty for one that is not there. */
  factsOf(id: string): string {
    const file = this.#files.get(id)
    return file ? JSON.stringify(file) : ''
  }

  /** Counts files as published that are shown by what was published before. */
  useAgain(ids: readonly string[]): void {
    for (const id of ids) this.#use(id)
  }

  /** The same value, as visitors get it. What names no file is handed back itself. */
  publish<T>(value: T): T {
    // safe: texts stay texts, and an object keeps its fields
    return this.#publish(value, '') as T
  }

  #publish(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#publishText(value, key)
    if (Array.isArray(value)) return value.map((item) => this.#publish(item, ''))
    if (typeof value !== 'object' || value === null) return value
    const published = Object.entries(value).map(([name, inner]) => [name, this.#publish(inner, name)])
    return { ...Object.fromEntries(published), ...this.#pictureFacts(value) }
  }

  #publishText(text: string, key: string): string {
    if (!text.includes('/_dde/files/')) return text
    if (key === 'html') return withPublicPictures(text, (id) => this.#use(id), ORDINARY_WIDTH)
    return text.replace(NAMED_FILE, (_, id: string) => {
      const file = this.#use(id)
      return file ? addressOf(file, key === 'src' || key === 'image' ? ORDINARY_WIDTH : undefined) : ''
    })
  }

  /** A picture is drawn at its true size, with what matters of it in sight. */
  #pictureFacts(value: object): Record<string, unknown> {
    const src = 'src' in value && typeof value.src === 'string' ? value.src : ''
    const [[, id = ''] = []] = src.matchAll(NAMED_FILE)
    const file = this.#files.get(id)
    if (file?.width == null || file.height == null) return {}
    const { width, height, focus, placeholder } = file
    return { width, height, ...(focus && { focus }), ...(placeholder && { placeholder }) }
  }

  #use(id: string): PublishedFile | undefined {
    this.#asked.add(id)
    const file = this.#files.get(id)
    if (file) this.#used.set(id, file)
    return file
  }
}
