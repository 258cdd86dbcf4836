let counted = 0

/** A number no other request of this run has had. */
export const nextCount = () => ++counted

/** The same path in so many spellings the cache has not seen: letters may be written percent-encoded. */
export function freshSpellings(path: string, count: number): string[] {
  return Array.from({ length: count }, () => {
    let bits = nextCount()
    return path.replaceAll(/[a-z]/g, (letter) => {
      const encoded = bits & 1
      bits >>= 1
      return encoded ? `%${letter.charCodeAt(0).toString(16)}` : letter
    })
  })
}
