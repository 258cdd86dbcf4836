import type { PostRoute } from '#workers/sites/snapshot.contract.ts'
import type { SiteView } from '../blocks/block.ts'

/** Data as JSON that cannot end the script element it stands in. */
export const toScriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export function organizationData(site: SiteView, origin: string): object {
  const { name, email, phone, address, hours } = site.business
  return {
    '@context': 'https://schema.org',
    '@type': address ? 'LocalBusiness' : 'Organization',
    name: name || site.name,
    url: `${origin}/`,
    description: site.tagline || undefined,
    email,
    telephone: phone,
    address,
    openingHours: hours,
  }
}

interface ArticleAddress {
  url: string
  image: string | undefined
}

export function articleData(post: PostRoute, site: SiteView, { url, image }: ArticleAddress): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: post.title,
    description: post.excerpt || undefined,
    datePublished: post.publishedAt,
    mainEntityOfPage: url,
    image,
    author: post.author ? { '@type': 'Person', name: post.author } : undefined,
    publisher: { '@type': 'Organization', name: site.business.name || site.name },
  }
}
