import {
  Activity,
  Building2,
  Code,
  Globe,
  LayoutDashboard,
  LayoutTemplate,
  type LucideIcon,
  MessageSquare,
  PenLine,
  Puzzle,
  ScrollText,
  Store,
  Users,
} from 'lucide-preact'
import type { May } from '../data/actor.ts'
import { routes, type ScreenName } from './routes.ts'

export interface NavItem {
  screen: ScreenName
  icon: LucideIcon
  /** Second key after `g`. */
  key: string
}
export interface NavGroup {
  label: string
  items: NavItem[]
}

const groups: NavGroup[] = [
  {
    label: '',
    items: [
      { screen: 'overview', icon: LayoutDashboard, key: 'o' },
      { screen: 'agencies', icon: Building2, key: 'a' },
      { screen: 'clients', icon: Store, key: 'c' },
      { screen: 'contacts', icon: Users, key: 'p' },
    ],
  },
  {
    label: 'Build',
    items: [
      { screen: 'websites', icon: Globe, key: 'w' },
      { screen: 'posts', icon: PenLine, key: 'b' },
      { screen: 'comments', icon: MessageSquare, key: 'm' },
      { screen: 'templates', icon: LayoutTemplate, key: 't' },
      { screen: 'plugins', icon: Puzzle, key: 'x' },
    ],
  },
  {
    label: 'System',
    items: [
      { screen: 'reviewQueue', icon: LayoutTemplate, key: 't' },
      { screen: 'platformPlugins', icon: Puzzle, key: 'x' },
      { screen: 'activity', icon: Activity, key: 'r' },
      { screen: 'auditLog', icon: ScrollText, key: 'l' },
      { screen: 'docs', icon: Code, key: 'd' },
    ],
  },
]

/** The sidebar of someone who may do so much. */
export function navigationFor(may: May): NavGroup[] {
  return groups
    .map(({ label, items }) => ({ label, items: items.filter(({ screen }) => isAllowed(screen, may)) }))
    .filter(({ items }) => items.length > 0)
}

export function isAllowed(screen: ScreenName, may: May): boolean {
  const { needs } = routes[screen]
  return !needs || may(needs)
}
