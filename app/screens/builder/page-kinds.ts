import type { PageDetail } from '#workers/sites/pages.contract.ts'

/** A page that stands at an address of a website, unlike what is drawn around pages or referred to by them. */
export type SitePage = PageDetail & { path: string; websiteId: string; websiteName: string }

export const isSitePage = (page: PageDetail): page is SitePage => page.kind === 'page'

/** What something edited in the builder is called. */
export const kindNames: Record<PageDetail['kind'], string> = {
  page: 'Page',
  header: 'Header',
  footer: 'Footer',
  section: 'Saved section',
}

/** Where something is edited. A section of the agency belongs to no website and is drawn on the one it is opened from. */
export const builderHref = (id: string, on?: string): string => `/pages/${id}${on ? `?on=${on}` : ''}`
