import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'

const TYPING_MS = 220

/** The filters of a list, kept in the address so that links and the back button keep them. */
export function useQuery(): [Record<string, string>, (changes: Record<string, string | undefined>) => void] {
  const { query, route } = useLocation()
  const change = (changes: Record<string, string | undefined>) => {
    const search = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(changes)) {
      if (value) search.set(name, value)
      else search.delete(name)
    }
    route(location.pathname + (search.size > 0 ? `?${search}` : ''), true)
  }
  return [query, change]
}

/** A value that follows another one once it has been still for a moment. */
export function useSettled<T>(value: T, ms = TYPING_MS): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
