import type { Website } from '#workers/sites/websites.contract.ts'
import { type Section, Sections } from '../../ui/sections.tsx'
import { Authors } from './authors.tsx'
import { BlogSettingsForm } from './blog-settings.tsx'
import { SeriesList } from './series-list.tsx'
import { Terms } from './terms.tsx'

interface BlogProps {
  website: Website
}

/** Each is an address of its own: `?tab=authors`. */
const sections: readonly Section<BlogProps>[] = [
  { id: 'authors', label: 'Authors', panel: ({ website }) => <Authors websiteId={website.id} /> },
  { id: 'series', label: 'Series', panel: ({ website }) => <SeriesList websiteId={website.id} /> },
  {
    id: 'categories',
    label: 'Categories',
    panel: ({ website }) => <Terms websiteId={website.id} taxonomy="category" />,
  },
  { id: 'tags', label: 'Tags', panel: ({ website }) => <Terms websiteId={website.id} taxonomy="tag" /> },
  {
    id: 'blog-settings',
    label: 'Settings',
    panel: ({ website }) => <BlogSettingsForm websiteId={website.id} />,
  },
]

export const isBlogSection = (tab: string | undefined): boolean => sections.some(({ id }) => id === tab)

/** Who writes a website's blog, how its posts are organised, and how it deals with readers. */
export function WebsiteBlog({ website, current }: BlogProps & { current: string | undefined }) {
  const hrefOf = (id: string) => `/websites/${website.id}?tab=${id}`
  return <Sections label="Blog" {...{ sections, current, hrefOf, props: { website } }} />
}
