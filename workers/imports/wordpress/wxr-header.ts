import type { WxrAuthor, WxrEvent, WxrSite, WxrTerm } from './wxr-events.ts'
import { Fields, type Spelling } from './wxr-fields.ts'
import type { XmlNode } from './xml-tree.ts'

const SITE_FACTS: ReadonlyMap<string, keyof WxrSite> = new Map<string, keyof WxrSite>([
  ['title', 'title'],
  ['link', 'link'],
  ['description', 'description'],
  ['language', 'language'],
  ['wp:wxr_version', 'wxrVersion'],
  ['wp:base_site_url', 'baseSiteUrl'],
  ['wp:base_blog_url', 'baseBlogUrl'],
])

export const emptySite = (): WxrSite => ({
  title: '',
  link: '',
  description: '',
  language: '',
  wxrVersion: '',
  baseSiteUrl: '',
  baseBlogUrl: '',
})

/** The fact about the site that an element of the channel tells. */
export const siteFact = (name: string): keyof WxrSite | undefined => SITE_FACTS.get(name)

/** What is declared before the items: authors and the terms of every taxonomy. */
export function readDeclaration(name: string, node: XmlNode, spelling: Spelling): WxrEvent | undefined {
  const fields = new Fields(node, spelling)
  if (name === 'wp:author') return { type: 'author', author: authorOf(fields) }
  if (name === 'wp:category') return { type: 'category', term: categoryOf(fields) }
  if (name === 'wp:tag') return { type: 'tag', term: tagOf(fields) }
  if (name === 'wp:term') return { type: 'term', term: termOf(fields) }
  return undefined
}

const authorOf = (fields: Fields): WxrAuthor => ({
  ...fields.id('wp:author_id'),
  login: fields.word('wp:author_login'),
  email: fields.word('wp:author_email'),
  displayName: fields.word('wp:author_display_name'),
  firstName: fields.word('wp:author_first_name'),
  lastName: fields.word('wp:author_last_name'),
})

const categoryOf = (fields: Fields): WxrTerm => ({
  ...fields.id('wp:term_id'),
  taxonomy: 'category',
  slug: fields.slug('wp:category_nicename'),
  name: fields.word('wp:cat_name'),
  parentSlug: fields.slug('wp:category_parent'),
  description: fields.text('wp:category_description'),
})

const tagOf = (fields: Fields): WxrTerm => ({
  ...fields.id('wp:term_id'),
  taxonomy: 'post_tag',
  slug: fields.slug('wp:tag_slug'),
  name: fields.word('wp:tag_name'),
  parentSlug: '',
  description: fields.text('wp:tag_description'),
})

const termOf = (fields: Fields): WxrTerm => ({
  ...fields.id('wp:term_id'),
  taxonomy: fields.word('wp:term_taxonomy'),
  slug: fields.slug('wp:term_slug'),
  name: fields.word('wp:term_name'),
  parentSlug: fields.slug('wp:term_parent'),
  description: fields.text('wp:term_description'),
})
