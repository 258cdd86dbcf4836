/** The regular expression of a Redis glob: *, ?, [a-c], [^a] and backslash. */
export function globToRegExp(glob: string): RegExp {
  const source = glob.replaceAll(/\\(.)|\[(\^?)((?:\\.|[^\]])*)\]|([*?])|([^*?])/gs, (...match) => {
    const [, escaped, negation, characters, wildcard, plain] = match
    if (wildcard) return wildcard === '*' ? '.*' : '.'
    if (characters !== undefined) return `[${negation}${characters.replaceAll(/[[\]^]/g, '\\$&')}]`
    return (escaped ?? plain).replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  })
  return new RegExp(`^${source}$`, 's')
}
