const MAX_GAPS = 12

/** How well a text answers what was typed: beginning, then word beginning, then anywhere, then letters in order; 0 is not at all. */
export function score(text: string, typed: string): number {
  const haystack = text.toLowerCase()
  const needle = typed.trim().toLowerCase()
  if (!needle) return 1
  const at = haystack.indexOf(needle)
  if (at === 0) return 100 - haystack.length / 100
  if (at > 0) return (/[\s\-_/@.]/.test(haystack[at - 1] ?? '') ? 80 : 60) - at / 100
  return lettersInOrder(haystack, needle)
}

function lettersInOrder(haystack: string, needle: string): number {
  let gaps = 0
  let from = -1
  for (const letter of needle) {
    const at = haystack.indexOf(letter, from + 1)
    if (at < 0) return 0
    if (from >= 0) gaps += at - from - 1
    from = at
  }
  return gaps < MAX_GAPS ? 30 - gaps : 0
}
