import { signal } from '@preact/signals'

/** The one thing of the shell that lies over the page. */
export const layer = signal<'palette' | 'shortcuts' | undefined>(undefined)

/** The key that goes with K, by the keyboard at hand. */
export const modifierKey = signal('Ctrl')

export function readKeyboard(): void {
  if (/Mac|iPhone|iPad/.test(navigator.platform)) modifierKey.value = '⌘'
}

export function openPalette(): void {
  layer.value = 'palette'
}
export function openShortcuts(): void {
  layer.value = 'shortcuts'
}
export function closeLayer(): void {
  layer.value = undefined
}
