import { closeLayer, layer } from './layers.ts'
import { OnDemand } from './on-demand.tsx'

const loadPalette = () => import('./command-palette.tsx').then(({ CommandPalette }) => CommandPalette)
const loadShortcuts = () => import('./shortcuts-dialog.tsx').then(({ ShortcutsDialog }) => ShortcutsDialog)

/** The palette and the list of shortcuts, loaded when first asked for. */
export function ShellLayers() {
  if (layer.value === 'palette') return <OnDemand load={loadPalette} onClose={closeLayer} />
  if (layer.value === 'shortcuts') return <OnDemand load={loadShortcuts} onClose={closeLayer} />
  return null
}
