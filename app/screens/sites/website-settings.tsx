import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { cx } from '../../ui/class-names.ts'
import { useCurrentInView } from '../../ui/current-in-view.ts'
import { WebsiteApi } from '../headless/website-api.tsx'
import type { WebsiteProps } from './website.tsx'
import { WebsiteAccess } from './website-access.tsx'
import { WebsiteDomains } from './website-domains.tsx'
import { WebsiteExports } from './website-exports.tsx'
import { WebsiteImports } from './website-imports.tsx'
import { WebsiteRedirects } from './website-redirects.tsx'
import { WebsiteSearchEngines } from './website-search-engines.tsx'

interface Section {
  id: string
  label: string
  panel: (props: WebsiteProps) => ComponentChildren
}

/** Each is an address of its own: `?tab=redirects`. */
const sections: readonly Section[] = [
  { id: 'domains', label: 'Domains', panel: WebsiteDomains },
  { id: 'access', label: 'Access', panel: WebsiteAccess },
  { id: 'redirects', label: 'Redirects', panel: WebsiteRedirects },
  { id: 'search-engines', label: 'Search engines', panel: WebsiteSearchEngines },
  { id: 'api', label: 'API', panel: WebsiteApi },
  { id: 'exports', label: 'Export and copy', panel: WebsiteExports },
  { id: 'imports', label: 'Imports', panel: WebsiteImports },
]
const [first] = sections

export const isSettingsSection = (tab: string | undefined): boolean => sections.some(({ id }) => id === tab)

interface SettingsProps extends WebsiteProps {
  current: string | undefined
}

/** What is set once for a whole website, one thing at a time. */
export function WebsiteSettings({ current, website, reload }: SettingsProps) {
  const open = sections.find(({ id }) => id === current) ?? first
  const Panel = open?.panel
  const nav = useRef<HTMLElement>(null)
  useCurrentInView(nav, open?.id)
  return (
    <div class="grid items-start gap-4 lg:grid-cols-[180px_minmax(0,1fr)]">
      <nav ref={nav} aria-label="Settings" class="flex gap-1 overflow-x-auto lg:flex-col">
        {sections.map(({ id, label }) => (
          <a
            key={id}
            href={`/websites/${website.id}?tab=${id}`}
            aria-current={id === open?.id ? 'page' : undefined}
            class={cx(
              'rounded-md px-3 py-1.5 whitespace-nowrap hover:bg-subtle',
              id === open?.id ? 'bg-subtle font-medium text-fg' : 'text-fg-2',
            )}
          >
            {label}
          </a>
        ))}
      </nav>
      <div class="min-w-0">{Panel && <Panel website={website} reload={reload} />}</div>
    </div>
  )
}
