import type { PictureSizer } from '../core/ports.ts'

/** Cloudflare Images as the product's picture sizer. */
export function createPictureSizer(images: ImagesBinding): PictureSizer {
  return {
    async resize(bytes, { width, type }) {
      const result = await images
        .input(new Blob([bytes]).stream())
        .transform({ width, fit: 'scale-down' })
        .output({ format: type })
      return new Uint8Array(await result.response().arrayBuffer())
    },
  }
}
