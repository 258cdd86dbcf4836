/** The ids selected after a click on a row's box; with Shift everything between it and the last clicked row follows. */
export function toggled(
  selected: ReadonlySet<string>,
  ids: readonly string[],
  { index, anchor, isRange }: { index: number; anchor: number; isRange: boolean },
): Set<string> {
  const next = new Set(selected)
  const clicked = ids[index]
  if (clicked === undefined) return next
  const turnsOn = !selected.has(clicked)
  const from = isRange && anchor >= 0 ? Math.min(anchor, index) : index
  const to = isRange && anchor >= 0 ? Math.max(anchor, index) : index
  for (const id of ids.slice(from, to + 1)) {
    if (turnsOn) next.add(id)
    else next.delete(id)
  }
  return next
}

export type Coverage = 'none' | 'some' | 'all'

export function coverage(selected: ReadonlySet<string>, ids: readonly string[]): Coverage {
  const count = ids.filter((id) => selected.has(id)).length
  if (count === 0) return 'none'
  return count === ids.length ? 'all' : 'some'
}

/** The row a key leads to from another, or undefined for keys that do not move. */
export function rowAfter(key: string, index: number, count: number): number | undefined {
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 12,
    PageUp: index - 12,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to))
}
