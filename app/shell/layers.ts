import { signal } from '@preact/signals'

/** The one thing of the shell that lies over the page. */
export const layer = signal<'palette' | 'shortcuts' | undefined>(undefined)

export function openPalette(): void {
  layer.value = 'palette'
}
export function openShortcuts(): void {
  layer.value = 'shortcuts'
}
export function closeLayer(): void {
  layer.value = undefined
}
