import { log } from '../core/log.ts'
import type { PictureSizer } from '../core/ports.ts'

/** Beyond this it would cost a page more than it gives. */
const MAX_BYTES = 400

/** The picture a few pixels wide, as a `data:` address: a browser draws it blurred. A picture without one is drawn without one. */
export async function placeholderOf(pictures: PictureSizer, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const tiny = await pictures.resize(bytes, { width: 16, type: 'image/webp' })
    return tiny.byteLength > MAX_BYTES ? '' : `data:image/webp;base64,${btoa(String.fromCharCode(...tiny))}`
  } catch (error) {
    log('warn', 'A picture has no placeholder.', { message: String(error) })
    return ''
  }
}
