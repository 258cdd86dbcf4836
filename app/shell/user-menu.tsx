import { EllipsisVertical, Keyboard, LogOut, Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-preact'
import { useActor } from '../data/actor.ts'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { openShortcuts } from './layers.ts'
import { logOut } from './session.ts'
import { density, setDensity, setTheme, theme } from './theme.ts'

export function UserMenu() {
  const actor = useActor()
  const items: MenuEntry[] = [
    ...(actor ? [{ heading: actor.email }] : []),
    { heading: 'Theme' },
    {
      id: 'light',
      label: 'Light',
      icon: <Sun />,
      isChosen: theme.value === 'light',
      onSelect: () => setTheme('light'),
    },
    {
      id: 'dark',
      label: 'Dark',
      icon: <Moon />,
      isChosen: theme.value === 'dark',
      onSelect: () => setTheme('dark'),
    },
    {
      id: 'system',
      label: 'Same as system',
      icon: <Monitor />,
      isChosen: theme.value === 'system',
      onSelect: () => setTheme('system'),
    },
    'separator',
    { heading: 'Rows' },
    {
      id: 'comfortable',
      label: 'Comfortable',
      icon: <Rows3 />,
      isChosen: density.value === 'comfortable',
      onSelect: () => setDensity('comfortable'),
    },
    {
      id: 'compact',
      label: 'Compact',
      icon: <Rows4 />,
      isChosen: density.value === 'compact',
      onSelect: () => setDensity('compact'),
    },
    'separator',
    { id: 'shortcuts', label: 'Keyboard shortcuts', icon: <Keyboard />, hint: '?', onSelect: openShortcuts },
    { id: 'logout', label: 'Log out', icon: <LogOut />, onSelect: logOut },
  ]
  return (
    <Menu
      label="You and appearance"
      class="btn btn-ghost btn-sm btn-icon"
      align="end"
      side="top"
      width={216}
      items={items}
    >
      <EllipsisVertical />
    </Menu>
  )
}
