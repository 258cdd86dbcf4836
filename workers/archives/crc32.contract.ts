let table: Uint32Array | undefined

/** What each byte does to a checksum, worked out when the first is asked for. */
function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
}

/** The checksum zip files carry; `before` is that of the bytes that came before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  table ??= makeTable()
  let crc = ~before
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}
