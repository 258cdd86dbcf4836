/** The next `>` after two of the given byte, as in `]]>` and `-->`: the index after it, or -1. */
export function afterDoubled(bytes: Uint8Array, byte: number, from: number): number {
  for (let at = bytes.indexOf(byte, from); at >= 0; at = bytes.indexOf(byte, at + 1)) {
    if (bytes[at + 1] === byte && bytes[at + 2] === 0x3e) return at + 3
  }
  return -1
}

/** Whether the ASCII text stands at the index. */
export function standsAt(bytes: Uint8Array, text: string, at: number): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** Letters, underscore, colon and everything beyond ASCII may begin a name. */
export function beginsName(byte: number): boolean {
  const lower = byte | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || byte === 0x5f || byte === 0x3a || byte >= 0x80
}

/** The index after the `>` that ends the tag, over quoted values; -1 when it lies beyond the bytes. */
export function afterTag(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x3e) return at + 1
    if (byte === 0x22 || byte === 0x27) {
      at = bytes.indexOf(byte, at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}

/** The name that begins at the index. */
export function nameAt(bytes: Uint8Array, from: number): string {
  let name = ''
  for (let at = from; at < bytes.length && name.length < 200; at++) {
    const byte = bytes[at] ?? 0
    if (isSpace(byte) || byte === 0x2f || byte === 0x3e || byte === 0x3d) break
    name += String.fromCharCode(byte)
  }
  return name
}
