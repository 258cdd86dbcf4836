import { useState } from 'preact/hooks'
import { type Item, moved, type Shape, titleOf } from './list-items.ts'
import { useItemKeys } from './use-item-keys.ts'

interface ListUse {
  items: readonly Item[]
  shape: Shape
  itemLabel: string
  box: { current: HTMLElement | null }
  write: (items: Item[]) => void
}

/** Adding, moving and taking items: which of them is open stays so, and each change is said aloud. */
export function useListChanges({ items, shape, itemLabel, box, write }: ListUse) {
  const keys = useItemKeys(items.length)
  const [openKey, setOpenKey] = useState<number | undefined>()
  const [news, setNews] = useState('')
  const nameOf = (index: number) => titleOf(items[index] ?? {}, shape) ?? `${itemLabel} ${index + 1}`

  const add = (index: number, item: Item) => {
    setOpenKey(keys.insert(index))
    write(items.toSpliced(index, 0, item))
    setNews(`${itemLabel} added at ${index + 1} of ${items.length + 1}`)
  }
  const remove = (index: number) => {
    setNews(`${nameOf(index)} removed`)
    keys.remove(index)
    write(items.toSpliced(index, 1))
    focusRow(box.current, Math.min(index, items.length - 2))
  }
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return
    keys.move(from, to)
    write(moved(items, from, to))
    setNews(`${nameOf(from)} is now ${to + 1} of ${items.length}`)
  }
  return { keys: keys.all, openKey, setOpenKey, news, nameOf, add, remove, move }
}

/** The focus stays in the list when the row that had it goes. */
function focusRow(box: HTMLElement | null, index: number): void {
  requestAnimationFrame(() => {
    const rows = box?.querySelectorAll<HTMLElement>(':scope > ul > li > div > [data-opener]')
    const target = rows?.[index] ?? box?.querySelector<HTMLElement>(':scope > button')
    target?.focus()
  })
}
