import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMay } from '../data/actor.ts'
import { closeLayer, layer, openPalette, openShortcuts } from './layers.ts'
import { leaveFor } from './leaving.ts'
import { navigationFor } from './navigation.ts'
import { routes } from './routes.ts'

/** Time between `g` and the key that follows it. */
const SEQUENCE_MS = 1_200

/** Keys that work everywhere: the palette, the list of shortcuts, `g` and a letter, `/` for the search. */
export function useShortcuts(): void {
  const { route } = useLocation()
  const may = useMay()

  // The route function and the permissions stay the same.
  useEffect(() => {
    let goAt = 0
    const targets = new Map(
      navigationFor(may).flatMap(({ items }) => items.map(({ key, screen }) => [key, routes[screen].path])),
    )
    const go = (key: string) => {
      const path = Date.now() - goAt < SEQUENCE_MS ? targets.get(key) : undefined
      goAt = key === 'g' ? Date.now() : 0
      if (path) leaveFor(path, route)
      return path !== undefined
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) togglePalette()
      else if (isBusy(event) || !(go(event.key) || plainKey(event.key))) return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function togglePalette(): void {
  if (layer.value === 'palette') closeLayer()
  else openPalette()
}

function plainKey(key: string): boolean {
  if (key === '?') {
    openShortcuts()
    return true
  }
  if (key !== '/') return false
  const search = document.querySelector<HTMLInputElement>('[data-search]')
  search?.focus()
  return search !== null
}

function isPaletteKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'k'
}

/** Typing, or looking into a dialog: then plain keys belong to that. */
function isBusy({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || document.querySelector('dialog[open]')) return true
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
