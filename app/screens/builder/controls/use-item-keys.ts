import { useRef } from 'preact/hooks'
import { moved } from './list-items.ts'

export interface ItemKeys {
  /** A key of each item that stays with it as the list changes. */
  all: readonly number[]
  insert: (index: number) => number
  remove: (index: number) => void
  move: (from: number, to: number) => void
}

/** Items of a list have no ids, so their keys are kept beside them; what others add or take is put at the end. */
export function useItemKeys(length: number): ItemKeys {
  const last = useRef(0)
  const keys = useRef<number[]>([])
  const fresh = () => {
    last.current += 1
    return last.current
  }
  while (keys.current.length < length) keys.current.push(fresh())
  keys.current.length = length
  return {
    all: keys.current,
    insert: (index) => {
      const key = fresh()
      keys.current = keys.current.toSpliced(index, 0, key)
      return key
    },
    remove: (index) => {
      keys.current = keys.current.toSpliced(index, 1)
    },
    move: (from, to) => {
      keys.current = moved(keys.current, from, to)
    },
  }
}
