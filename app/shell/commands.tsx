import { History, Monitor, Moon, PenLine, Plus, Sun } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { contactsApi } from '#workers/crm/contacts.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../api.ts'
import type { May } from '../data/actor.ts'
import { contactName } from '../screens/crm/contact-name.ts'
import { Avatar } from '../ui/avatar.tsx'
import { bareAddress } from '../ui/external-link.tsx'
import { navigationFor } from './navigation.ts'
import { recentPages } from './recent.ts'
import { routes } from './routes.ts'
import { setTheme } from './theme.ts'

export interface Command {
  id: string
  group: string
  label: string
  hint?: string
  icon: ComponentChildren
  keys?: string[]
  /** Other words to find it by. */
  keywords?: string
  href?: string
  run?: () => void
}

const FOUND = 5

/** What the palette offers before anything is searched. */
export function commandsFor(may: May, userId: string): Command[] {
  const recent = recentPages(userId).map(({ label, href, kind }) => ({
    id: `recent-${href}`,
    group: 'Recent',
    label,
    hint: kind,
    icon: <History />,
    href,
  }))
  const screens = navigationFor(may).flatMap(({ items }) =>
    items.map(({ screen, icon: Icon, key }) => ({
      id: screen,
      group: 'Go to',
      label: routes[screen].title,
      icon: <Icon />,
      keys: ['G', key.toUpperCase()],
      href: routes[screen].path,
    })),
  )
  return [...recent, ...actionsFor(may), ...screens, ...themes]
}

function actionsFor(may: May): Command[] {
  const actions: (Command & { isAllowed: boolean })[] = [
    {
      id: 'add-client',
      group: 'Actions',
      label: 'Add client',
      keywords: 'new create onboard customer website',
      icon: <Plus />,
      href: '/clients/new',
      isAllowed: may('clients:write'),
    },
    {
      id: 'new-post',
      group: 'Actions',
      label: 'Write a post',
      keywords: 'new create blog article',
      icon: <PenLine />,
      href: '/posts/new',
      isAllowed: may('content:write'),
    },
  ]
  return actions.filter(({ isAllowed }) => isAllowed)
}

const themes: Command[] = [
  {
    id: 'theme-light',
    group: 'Appearance',
    label: 'Light theme',
    keywords: 'appearance colours bright',
    icon: <Sun />,
    run: () => setTheme('light'),
  },
  {
    id: 'theme-dark',
    group: 'Appearance',
    label: 'Dark theme',
    keywords: 'appearance colours night',
    icon: <Moon />,
    run: () => setTheme('dark'),
  },
  {
    id: 'theme-system',
    group: 'Appearance',
    label: 'Theme of the system',
    keywords: 'appearance colours automatic',
    icon: <Monitor />,
    run: () => setTheme('system'),
  },
]

/** Clients, websites and contacts by name; what cannot be asked now is left out. */
export async function findEverywhere(search: string, may: May, signal: AbortSignal): Promise<Command[]> {
  const query = { search, limit: FOUND }
  const answers = await Promise.allSettled([
    may('clients:read')
      ? call(clientsApi.list, { query, signal }).then(({ items }) => items.map(clientCommand))
      : [],
    may('sites:read')
      ? call(websitesApi.list, { query, signal }).then(({ items }) => items.map(websiteCommand))
      : [],
    may('contacts:read')
      ? call(contactsApi.list, { query, signal }).then(({ items }) => items.map(contactCommand))
      : [],
  ])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

interface Named {
  id: string
  name: string
}

function clientCommand({ id, name }: Named): Command {
  return {
    id: `client-${id}`,
    group: 'Clients',
    label: name,
    icon: <Avatar name={name} isSquare size={18} />,
    href: `/clients/${id}`,
  }
}

function websiteCommand({ id, name, url }: Named & { url: string }): Command {
  return {
    id: `website-${id}`,
    group: 'Websites',
    label: name,
    hint: bareAddress(url),
    icon: <Avatar name={name} isSquare size={18} />,
    href: `/websites/${id}`,
  }
}

function contactCommand(
  contact: Parameters<typeof contactName>[0] & { id: string; clientName: string },
): Command {
  const label = contactName(contact)
  return {
    id: `contact-${contact.id}`,
    group: 'Contacts',
    label,
    hint: contact.email ?? contact.clientName,
    icon: <Avatar name={label} size={18} />,
    href: `/contacts?contact=${contact.id}`,
  }
}
