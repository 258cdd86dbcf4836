import { SEARCH_PATH } from '#workers/sites/site-paths.contract.ts'
import type { PostRoute } from '#workers/sites/snapshot.contract.ts'
import type { SiteView } from '../blocks/block.ts'
import { absoluteUrl } from './addresses.ts'

/** Data as JSON that cannot end the script element it stands in. */
export const toScriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Several things a page is about, in the words of https://schema.org. */
export const graphOf = (things: object[]): object | undefined =>
  things.length > 0 ? { '@context': 'https://schema.org', '@graph': things } : undefined

interface SiteAddress {
  origin: string
  logo: string | undefined
}

export function organizationData(site: SiteView, { origin, logo }: SiteAddress): object {
  const { name, email, phone, address, hours } = site.business
  return {
    '@type': address ? 'LocalBusiness' : 'Organization',
    '@id': `${origin}/#organization`,
    name: name || site.name,
    url: `${origin}/`,
    description: site.tagline || undefined,
    logo,
    image: address ? logo : undefined,
    email,
    telephone: phone,
    address,
    openingHours: hours,
  }
}

/** What search engines call the site by (https://developers.google.com/search/docs/appearance/site-names). */
export const websiteData = (
  site: SiteView,
  { origin, hasSearch }: { origin: string; hasSearch: boolean },
): object => ({
  '@type': 'WebSite',
  '@id': `${origin}/#website`,
  name: site.name,
  url: `${origin}/`,
  inLanguage: site.locale,
  publisher: { '@id': `${origin}/#organization` },
  potentialAction: hasSearch
    ? {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${origin}${site.prefix ?? ''}${SEARCH_PATH}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      }
    : undefined,
})

/** What a page of an entry is about; addresses within it are of the site. */
export const thingData = (
  about: Record<string, unknown>,
  { url, origin }: { url: string; origin: string },
): object => ({
  ...about,
  url,
  image: typeof about.image === 'string' ? absoluteUrl(about.image, origin) : undefined,
})

interface ArticleAddress extends SiteAddress {
  url: string
  image: string | undefined
  modifiedAt: string | undefined
}

export function articleData(post: PostRoute, site: SiteView, address: ArticleAddress): object {
  const { url, image, modifiedAt, origin, logo } = address
  return {
    '@type': 'Article',
    headline: post.title,
    description: post.excerpt || undefined,
    datePublished: post.publishedAt,
    dateModified: modifiedAt,
    mainEntityOfPage: url,
    image,
    author: post.author ? { '@type': 'Person', name: post.author } : undefined,
    publisher: {
      '@type': 'Organization',
      name: site.business.name || site.name,
      url: `${origin}/`,
      logo,
    },
  }
}

export interface Crumb {
  name: string
  url: string
}

export const breadcrumbData = (crumbs: Crumb[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, url }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: url,
  })),
})
