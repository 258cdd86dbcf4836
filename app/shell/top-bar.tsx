import { CircleHelp, Menu as MenuIcon, Search } from 'lucide-preact'
import { IconButton } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { openPalette, openShortcuts } from './layers.ts'
import { type Crumb, currentPage } from './page.ts'
import { matchRoute, routes } from './routes.ts'

interface TopBarProps {
  path: string
  onOpenNavigation: () => void
}

export function TopBar({ path, onOpenNavigation }: TopBarProps) {
  const crumbs = crumbsFor(path)
  return (
    <header class="topbar">
      <IconButton label="Open navigation" size="md" class="md:hidden" onClick={onOpenNavigation}>
        <MenuIcon />
      </IconButton>
      <nav aria-label="Breadcrumb" class="min-w-0 flex-1">
        <ol class="flex min-w-0 items-center gap-1.5">
          {crumbs.map((crumb, index) => (
            <CrumbItem
              key={crumb.href}
              crumb={crumb}
              isFirst={index === 0}
              isLast={index === crumbs.length - 1}
            />
          ))}
        </ol>
      </nav>
      <IconButton label="Search" size="md" class="md:hidden" onClick={openPalette}>
        <Search />
      </IconButton>
      <IconButton label="Keyboard shortcuts" class="max-md:hidden" onClick={openShortcuts}>
        <CircleHelp />
      </IconButton>
    </header>
  )
}

interface CrumbItemProps {
  crumb: Crumb
  isFirst: boolean
  isLast: boolean
}

function CrumbItem({ crumb, isFirst, isLast }: CrumbItemProps) {
  return (
    <li class={cx('flex min-w-0 items-center gap-1.5', !isLast && 'flex-none max-sm:hidden')}>
      {!isFirst && (
        <span aria-hidden="true" class="text-fg-off max-sm:hidden">
          /
        </span>
      )}
      {isLast ? (
        <span aria-current="page" class="truncate font-semibold">
          {crumb.label}
        </span>
      ) : (
        <a href={crumb.href} class="truncate text-fg-3 hover:text-fg">
          {crumb.label}
        </a>
      )}
    </li>
  )
}

function crumbsFor(path: string): Crumb[] {
  const match = matchRoute(path)
  if (!match) return [{ label: 'Not found', href: path }]
  const parent = match.route.parent && routes[match.route.parent]
  const page = currentPage.value?.path === path ? currentPage.value : undefined
  return [
    ...(parent ? [{ label: parent.title, href: parent.path }] : []),
    ...(page?.crumbs ?? []),
    { label: page?.title ?? match.route.title, href: path },
  ]
}
