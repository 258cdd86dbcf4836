import { useMay } from '../data/actor.ts'
import { Dialog } from '../ui/dialog.tsx'
import { modifierKey } from './layers.ts'
import { navigationFor } from './navigation.ts'
import { routes } from './routes.ts'

interface Shortcut {
  label: string
  keys: string[]
}

const everywhere = (): Shortcut[] => [
  { label: 'Search and commands', keys: [modifierKey.value, 'K'] },
  { label: 'Search this list', keys: ['/'] },
  { label: 'This list of shortcuts', keys: ['?'] },
]
const inLists: Shortcut[] = [
  { label: 'Move between rows', keys: ['↑', '↓'] },
  { label: 'Open the row', keys: ['Enter'] },
  { label: 'Select the row', keys: ['Space'] },
  { label: 'Select a range', keys: ['Shift', 'Space'] },
]

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const may = useMay()
  const goTo = navigationFor(may).flatMap(({ items }) =>
    items.map(({ screen, key }) => ({ label: routes[screen].title, keys: ['G', key.toUpperCase()] })),
  )
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} width={620}>
      <div class="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <div class="grid content-start gap-5">
          <Group title="Everywhere" shortcuts={everywhere()} />
          <Group title="In lists" shortcuts={inLists} />
        </div>
        <Group title="Go to" shortcuts={goTo} />
      </div>
    </Dialog>
  )
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3 class="eyebrow mb-1.5">{title}</h3>
      <dl>
        {shortcuts.map(({ label, keys }) => (
          <div key={label} class="flex h-8 items-center border-b border-line-subtle last:border-0">
            <dt class="flex-1">{label}</dt>
            <dd class="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} class="kbd">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
