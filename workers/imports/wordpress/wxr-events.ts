import type { ItemProblem, WxrProblem } from './wxr-problem.ts'

export interface WxrSite {
  title: string
  link: string
  description: string
  language: string
  wxrVersion: string
  baseSiteUrl: string
  baseBlogUrl: string
}

export interface WxrAuthor {
  id?: number
  login: string
  email: string
  displayName: string
  firstName: string
  lastName: string
}

/** A category, a tag, or a term of any other taxonomy; menus are terms of `nav_menu`. */
export interface WxrTerm {
  id?: number
  taxonomy: string
  slug: string
  name: string
  parentSlug: string
  description: string
}

export interface WxrComment {
  id?: number
  author: string
  email: string
  url: string
  /** ISO 8601 instant. */
  date?: string
  content: string
  /** As WordPress keeps it: `1`, `0`, `spam`, `trash`. */
  approved: string
  /** Empty or `comment`, `pingback`, `trackback`, or a plugin's own. */
  type: string
  parentId: number
  userId: number
}

export interface WxrItem {
  id?: number
  type: string
  title: string
  link: string
  guid: string
  creator: string
  /** ISO 8601 instants. */
  pubDate?: string
  dateGmt?: string
  modifiedGmt?: string
  /** The site's own time, without a zone: `2012-01-31T09:00:00`. */
  localDate?: string
  status: string
  slug: string
  parentId: number
  menuOrder: number
  password: string
  isSticky: boolean
  content: string
  excerpt: string
  terms: { taxonomy: string; slug: string; name: string }[]
  meta: { key: string; value: string }[]
  comments: WxrComment[]
  attachmentUrl: string
}

/** How many of each kind were read so far. */
export interface WxrTotals {
  authors: number
  categories: number
  tags: number
  terms: number
  comments: number
  /** By post type. */
  items: Record<string, number>
  /** Items passed over whole. */
  unreadable: number
}

/** Where another reader goes on, given a stream that begins at the offset; plain JSON. */
export interface WxrPosition {
  /** In bytes from the beginning of the file. */
  offset: number
  /** Prefix in this file → prefix as WordPress writes it. */
  prefixes: Record<string, string>
  site: WxrSite
  totals: WxrTotals
}

export type WxrEvent =
  | { type: 'site'; site: WxrSite }
  | { type: 'author'; author: WxrAuthor }
  | { type: 'category' | 'tag' | 'term'; term: WxrTerm }
  | { type: 'item'; item: WxrItem; problems: ItemProblem[]; position: WxrPosition }
  /** An item was passed over, with the position after it; or the file broke off, without one. */
  | { type: 'problem'; problem: WxrProblem; position?: WxrPosition }
  | { type: 'end'; totals: WxrTotals; isComplete: boolean }
