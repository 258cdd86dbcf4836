import { type Section, Sections } from '../../ui/sections.tsx'
import { WebsiteApi } from '../headless/website-api.tsx'
import type { WebsiteProps } from './website.tsx'
import { WebsiteAccess } from './website-access.tsx'
import { WebsiteDomains } from './website-domains.tsx'
import { WebsiteExports } from './website-exports.tsx'
import { WebsiteImports } from './website-imports.tsx'
import { WebsiteRedirects } from './website-redirects.tsx'
import { WebsiteSearchEngines } from './website-search-engines.tsx'

/** Each is an address of its own: `?tab=redirects`. */
const sections: readonly Section<WebsiteProps>[] = [
  { id: 'domains', label: 'Domains', panel: (props) => <WebsiteDomains {...props} /> },
  { id: 'access', label: 'Access', panel: (props) => <WebsiteAccess {...props} /> },
  { id: 'redirects', label: 'Redirects', panel: (props) => <WebsiteRedirects {...props} /> },
  { id: 'search-engines', label: 'Search engines', panel: (props) => <WebsiteSearchEngines {...props} /> },
  { id: 'api', label: 'API', panel: (props) => <WebsiteApi {...props} /> },
  { id: 'exports', label: 'Export and copy', panel: (props) => <WebsiteExports {...props} /> },
  { id: 'imports', label: 'Imports', panel: (props) => <WebsiteImports {...props} /> },
]

export const isSettingsSection = (tab: string | undefined): boolean => sections.some(({ id }) => id === tab)

interface SettingsProps extends WebsiteProps {
  current: string | undefined
}

/** What is set once for a whole website, one thing at a time. */
export function WebsiteSettings({ current, website, reload }: SettingsProps) {
  const hrefOf = (id: string) => `/websites/${website.id}?tab=${id}`
  return <Sections label="Settings" {...{ sections, current, hrefOf, props: { website, reload } }} />
}
