import { Search } from 'lucide-preact'
import { authApi } from '#workers/auth/auth.contract.ts'
import { type RoleName, roleLabels } from '#workers/auth/permissions.contract.ts'
import { useActor, useMay } from '../data/actor.ts'
import { useResource } from '../data/resources.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Skeleton } from '../ui/states.tsx'
import { modifierKey, openPalette } from './layers.ts'
import { Mark } from './mark.tsx'
import { type NavItem, navigationFor } from './navigation.ts'
import { matchRoute, routes, sectionOf } from './routes.ts'
import { UserMenu } from './user-menu.tsx'

interface SidebarContentProps {
  path: string
  onNavigate?: () => void
}

export function SidebarContent({ path, onNavigate }: SidebarContentProps) {
  const may = useMay()
  const match = matchRoute(path)
  const section = match && sectionOf(match.name)
  return (
    <div class="flex h-full flex-col px-2.5 pb-2.5 text-fg-2">
      <Heading />
      <button
        type="button"
        class="mt-1 mb-3 flex h-8 flex-none items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-fg-3 shadow-1 hover:text-fg-2"
        onClick={() => {
          onNavigate?.()
          openPalette()
        }}
      >
        <Search size={14} strokeWidth={1.75} />
        <span class="flex-1 text-left">Search</span>
        <span class="kbd" aria-hidden="true">
          {modifierKey.value} K
        </span>
      </button>
      <nav class="-mx-1 flex-1 overflow-y-auto px-1 pt-px" aria-label="Main">
        {navigationFor(may).map(({ label, items }) => (
          <div key={label} class="mb-4">
            {label && <div class="eyebrow px-2 pb-1">{label}</div>}
            <ul class="grid gap-px">
              {items.map((item) => (
                <NavLink
                  key={item.screen}
                  item={item}
                  isCurrent={item.screen === section}
                  {...(onNavigate && { onNavigate })}
                />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Person />
    </div>
  )
}

interface NavLinkProps {
  item: NavItem
  isCurrent: boolean
  onNavigate?: () => void
}

function NavLink({ item: { screen, icon: Icon }, isCurrent, onNavigate }: NavLinkProps) {
  const { path, title } = routes[screen]
  return (
    <li>
      <a
        href={path}
        class="nav-link"
        aria-current={isCurrent ? 'page' : undefined}
        {...(onNavigate && { onClick: onNavigate })}
      >
        <Icon />
        <span class="flex-1">{title}</span>
      </a>
    </li>
  )
}

function Heading() {
  const { data, problem } = useResource(authApi.me, {})
  const name = useWorkplaceName(data?.membership)
  return (
    <a href="/" class="flex h-12 flex-none items-center gap-2.5 rounded-md px-2">
      <Mark />
      <span class="min-w-0 flex-1 truncate font-semibold text-fg">
        {name ?? (problem ? 'Dashboard' : <HeadingSkeleton />)}
      </span>
    </a>
  )
}

function HeadingSkeleton() {
  return (
    <>
      <span class="sr">Home</span>
      <Skeleton width="70%" height={11} />
    </>
  )
}

function useWorkplaceName(
  membership: { tenant: { name: string } | null; client: { name: string } | null } | undefined,
): string | undefined {
  const may = useMay()
  if (may('platform:read')) return 'Platform admin'
  return membership && (membership.client?.name ?? membership.tenant?.name ?? 'Dashboard')
}

function Person() {
  const actor = useActor()
  if (!actor) return null
  return (
    <div class="mt-1 flex h-10 flex-none items-center gap-2 px-2">
      <Avatar name={actor.name} />
      <span class="min-w-0 flex-1">
        <b class="block truncate leading-4 font-medium text-fg">{actor.name}</b>
        <span class="block truncate text-11 leading-4 text-fg-3">{roleLabel(actor.role)}</span>
      </span>
      <UserMenu />
    </div>
  )
}

function roleLabel(role: string): string {
  // safe: a role that is not built in is looked up in vain and shown by its own name
  return roleLabels[role as RoleName] ?? role
}
