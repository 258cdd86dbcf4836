import sharp from 'sharp'

export type SampleType = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

interface Sample {
  width?: number
  height?: number
  /** EXIF's way of saying which way up it is. */
  orientation?: number
  /** A place, a camera and an author, as a telephone writes them. */
  isTelling?: boolean
  isTransparent?: boolean
}

export const PLACE = 'Harbour-Street-7'

/** A real picture with gradients, so that smaller copies differ from it. */
export async function samplePicture(type: SampleType, sample: Sample = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { width = 64, height = 48, orientation, isTelling = false, isTransparent = false } = sample
  const channels = isTransparent ? 4 : 3
  const raw = Buffer.alloc(width * height * channels)
  for (let at = 0; at < raw.length; at++) raw[at] = (at * 7 + Math.floor(at / (width * channels)) * 3) % 256
  let picture = sharp(raw, { raw: { width, height, channels } })
  if (isTelling) {
    picture = picture.withExif({
      IFD0: { Make: 'Telephone', Copyright: PLACE },
      IFD3: { GPSLatitude: '51/1 30/1 3230/100', GPSLatitudeRef: 'N' },
    })
  }
  if (orientation) picture = picture.withMetadata({ orientation })
  return new Uint8Array(await picture.toFormat(type).toBuffer())
}

export const describePicture = (bytes: Uint8Array) => sharp(bytes).metadata()

/** The pixels as they are shown, turned the right way up. */
export const pixelsOf = async (bytes: Uint8Array): Promise<string> =>
  (await sharp(bytes).autoOrient().raw().toBuffer()).toString('base64')

/** The head of a PNG that says it is of a size, and next to nothing else. */
export async function pngOfSize(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await samplePicture('png')
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}
