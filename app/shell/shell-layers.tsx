import { OnDemand } from '../ui/on-demand.tsx'
import { closeLayer, layer } from './layers.ts'

const loadPalette = () => import('./command-palette.tsx').then(({ CommandPalette }) => CommandPalette)
const loadShortcuts = () => import('./shortcuts-dialog.tsx').then(({ ShortcutsDialog }) => ShortcutsDialog)

/** The palette and the list of shortcuts, loaded when first asked for. */
export function ShellLayers() {
  if (!layer.value) return null
  return (
    <OnDemand
      key={layer.value}
      load={layer.value === 'palette' ? loadPalette : loadShortcuts}
      props={{ onClose: closeLayer }}
      onFail={closeLayer}
    />
  )
}
