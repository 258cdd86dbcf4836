/** A picture with nothing in it but what is seen: no place, camera, author or anything appended. */
export interface CleanPicture {
  bytes: Uint8Array<ArrayBuffer>
  /** As it is shown, turned the right way up. */
  width: number
  height: number
  isOpaque: boolean
  isAnimated: boolean
}
export type PictureBytes = Uint8Array<ArrayBuffer>

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Characters as they stand in a header. */
export function codeAt(bytes: Uint8Array, at: number, length = 4): string {
  if (at + length > bytes.length) throw new RangeError('Beyond the end of the file.')
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

export function joined(pieces: readonly Uint8Array[]): PictureBytes {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
