import { useRoute } from 'preact-iso'
import { type Website, websitesApi } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { type Tab, Tabs } from '../../ui/tabs.tsx'
import { WebsiteFiles } from '../assets/website-files.tsx'
import { isBlogSection, WebsiteBlog } from '../cms/website-blog.tsx'
import { WebsiteCollections } from '../collections/website-collections.tsx'
import { WebsiteForms } from '../forms/website-forms.tsx'
import { WebsiteLanguages } from '../languages/website-languages.tsx'
import { WebsiteNewsletter } from '../newsletter/website-newsletter.tsx'
import { WebsitePlugins } from '../plugins/website-plugins.tsx'
import { WebsiteReview } from '../review/website-review.tsx'
import { PublishingRun, usePublishing } from './publishing.tsx'
import { WebsiteAnalytics } from './website-analytics.tsx'
import { WebsiteHead } from './website-head.tsx'
import { WebsiteMenus } from './website-menus.tsx'
import { WebsitePages } from './website-pages.tsx'
import { isSettingsSection, WebsiteSettings } from './website-settings.tsx'
import { WebsiteSnapshots } from './website-snapshots.tsx'

export const prefetch = ({ id = '' }: Record<string, string>) => load(websitesApi.get, { params: { id } })

export function Screen() {
  const id = useRoute().params.id ?? ''
  const website = useResource(websitesApi.get, { params: { id } })
  usePage(website.data?.name)
  if (website.data) return <WebsitePage key={id} website={website.data} reload={website.reload} />
  return (
    <div class="page">
      {website.problem ? (
        <Failed problem={website.problem} onRetry={website.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </div>
  )
}

export interface WebsiteProps {
  website: Website
  /** Reads the website anew after something has changed it. */
  reload: () => Promise<void>
}

function WebsitePage({ website, reload }: WebsiteProps) {
  const may = useMay()
  const [query, setQuery] = useQuery()
  const publishing = usePublishing(website.id, reload)

  const tabs: Tab[] = [
    { id: 'results', label: 'Results', panel: () => <WebsiteAnalytics website={website} /> },
    { id: 'pages', label: `Pages ${website.counts.pages}`, panel: () => <WebsitePages website={website} /> },
    ...(may('content:read')
      ? [
          { id: 'files', label: 'Files', panel: () => <WebsiteFiles website={website} /> },
          {
            id: 'collections',
            label: 'Collections',
            panel: () => <WebsiteCollections website={website} />,
          },
          {
            id: 'blog',
            label: 'Blog',
            panel: () => <WebsiteBlog website={website} current={query.tab} />,
          },
        ]
      : []),
    { id: 'menus', label: 'Menus', panel: () => <WebsiteMenus website={website} reload={reload} /> },
    {
      id: 'languages',
      label: 'Languages',
      panel: () => <WebsiteLanguages website={website} reload={reload} />,
    },
    ...(may('content:read')
      ? [{ id: 'forms', label: 'Forms', panel: () => <WebsiteForms website={website} /> }]
      : []),
    ...(may('contacts:read')
      ? [
          {
            id: 'newsletter',
            label: 'Newsletter',
            panel: () => <WebsiteNewsletter website={website} />,
          },
        ]
      : []),
    { id: 'review', label: 'Review', panel: () => <WebsiteReview website={website} /> },
    {
      id: 'versions',
      label: 'Versions',
      panel: () => <WebsiteSnapshots website={website} reload={reload} />,
    },
    { id: 'plugins', label: 'Plugins', panel: () => <WebsitePlugins websiteId={website.id} /> },
    {
      id: 'settings',
      label: 'Settings',
      panel: () => <WebsiteSettings current={query.tab} website={website} reload={reload} />,
    },
  ]

  return (
    <div class="page">
      <WebsiteHead website={website} reload={reload} publishing={publishing} />
      <PublishingRun publishing={publishing} />
      <Tabs
        label="Parts of the website"
        tabs={tabs}
        current={tabOf(query.tab)}
        onChange={(tab) => setQuery({ tab: tab === 'results' ? undefined : tab })}
        class="mb-4"
      />
    </div>
  )
}

/** Sections of a tab have addresses of their own. */
function tabOf(named: string | undefined): string {
  if (isSettingsSection(named)) return 'settings'
  return isBlogSection(named) ? 'blog' : (named ?? 'results')
}
