import type { EntryList } from '../collections/entry-list.contract.ts'
import type { FormDefinition } from '../forms/published-form.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import type { Theme } from './theme.contract.ts'

/**
 * A published site at one moment: what the renderer reads and all it reads. Written once by a publish, never changed.
 *
 * R2 layout, everything content-addressed (`hash` = SHA-256 in hex of the bytes):
 *   sites/{siteId}/manifests/{hash}.json   one Manifest
 *   sites/{siteId}/packs/{hash}            many RouteDocuments as JSON, one after the other, addressed by byte range
 */
export const SNAPSHOT_FORMAT = 1

export interface MenuItem {
  label: string
  href: string
  children?: MenuItem[]
}

/** What every page of the site shares. Nothing here tells which site it is: copies of a site have the same snapshot. */
export interface SnapshotSite {
  name: string
  tagline: string
  /** BCP 47, such as `en` or `de-CH`. */
  locale: string
  /** What addresses in this language begin with, such as `/de`; none for the site's own language. */
  prefix?: string
  theme: Theme
  menus: { primary: MenuItem[]; footer: MenuItem[] }
  business: Business
  /** Header and footer as block trees, drawn around every page, post and listing. */
  header: PageDocument
  footer: PageDocument
}

/** A language of a site that speaks several: the site's own first, which has no `site` of its own. */
export interface SnapshotLanguage {
  code: string
  /** What visitors choose it by. */
  name: string
  prefix: string
  /** What is different from the site in its own language. */
  site?: Omit<SnapshotSite, 'theme'>
}

/** The first page of a site in a language. */
export const homeOf = ({ prefix }: Pick<SnapshotSite, 'prefix'>): string => prefix || '/'

/** The details of the client's business that blocks such as the footer and contact details draw. */
export interface Business {
  name: string
  email?: string
  phone?: string
  address?: string
  hours?: string
}

/** Where a route's document lies in its pack, in bytes. */
export interface DocumentRef {
  pack: string
  offset: number
  length: number
  /** Left out of the sitemap. */
  noindex?: true
  /** ISO 8601 instant of the last change, for the sitemap. */
  changedAt?: string
  /** Shown here in place of a translation there is none of: the path it is known by. */
  original?: string
}
export interface Redirect {
  redirect: string
  status: 301 | 302 | 307 | 308 | 410
}
export type Route = DocumentRef | Redirect

/** What search engines and browsers are told beyond the usual. */
export interface SnapshotSettings {
  /** Path of the page shown where there is none. */
  notFound?: string
  /** Further rules of robots.txt. */
  robots?: string
  sitemapExcludes?: string[]
  /** Codes by who asks for them. */
  verification?: Record<string, string>
  headers?: { path: string; name: string; value: string }[]
}

export interface Manifest {
  format: typeof SNAPSHOT_FORMAT
  site: SnapshotSite
  /** Of a site that speaks more than one. */
  languages?: SnapshotLanguage[]
  /** Paths of what says the same in several languages, by the code of the language. */
  translations?: Record<string, string>[]
  settings?: SnapshotSettings
  /** Redirects of all that begins alike, in the order they are tried. */
  rules?: { from: string; to: string; status: Redirect['status'] }[]
  /** Lists the website's API reads, in parts: `pages/0`, `entries/team/0`, `entries/team/1`. */
  lists?: Record<string, DocumentRef>
  /** What visitors find by searching, by the prefix of each language. */
  search?: Record<string, SearchSegment[]>
  /** Keyed by normalised path: leading slash, no trailing slash except the root, percent-decoded, NFC. */
  routes: Record<string, Route>
  /** The files its pages show, by the hash of their bytes; no other is within visitors' reach. */
  files?: Record<string, SnapshotFile>
}

/** What can be found in some of a site's documents: where their addresses lie, and which words are on which of them. */
export interface SearchSegment {
  /** Names the documents, in order. */
  key: string
  pages: number
  paths: Pick<DocumentRef, 'pack' | 'offset' | 'length'>
  /** Each part with the first word in it, in order. */
  words: (Pick<DocumentRef, 'pack' | 'offset' | 'length'> & { first: string })[]
}

export interface SnapshotFile {
  type: string
  /** Whether smaller copies of the picture are made. */
  isResizable?: boolean
}

export interface Seo {
  title?: string | undefined
  description?: string | undefined
  image?: string
  /** Absolute: where it was published first, when that is somewhere else. */
  canonical?: string
  noindex?: boolean
}

export interface PageRoute {
  kind: 'page'
  title: string
  seo: Seo
  document: PageDocument
  /** What blocks need beyond their own props, by node id: a form's definition, the newest posts. */
  data: Record<string, BlockData>
  /** Of a page with a list that is split. */
  paging?: Paging
  /** What the page of an entry is about, in the words of https://schema.org. */
  about?: Record<string, unknown> | undefined
}

export interface Paging {
  /** One-based. */
  page: number
  pages: number
  /** Path of page one; page n is `{basePath}/page/{n}`. */
  basePath: string
}
export type BlockData =
  | { kind: 'form'; form: FormDefinition }
  | { kind: 'posts'; posts: PostCard[] }
  | { kind: 'entries'; list: EntryList }
  | { kind: 'projects'; projects: Project[] }
  /** Drawn by a plugin's own code when the site was published, and made safe then. */
  | { kind: 'html'; html: string }
  /** Says on the builder's canvas what a block waits for; never in a snapshot. */
  | { kind: 'notice'; text: string }

/** What a publish gives to which types of blocks. */
export const blockData: Readonly<Record<string, Exclude<BlockData['kind'], 'notice'>>> = {
  form: 'form',
  'hero-form': 'form',
  newsletter: 'form',
  posts: 'posts',
  'featured-post': 'posts',
  'post-list': 'posts',
  'collection-list': 'entries',
  projects: 'projects',
  project: 'projects',
  plugin: 'html',
}

export interface PostRoute {
  kind: 'post'
  title: string
  seo: Seo
  /** Already sanitised by allow-list when it was written. */
  html: string
  excerpt: string
  author?: string
  /** ISO 8601 instant. */
  publishedAt: string
  cover?: Picture
  categories: TermLink[]
  tags: TermLink[]
  comments: Comment[]
  previous?: Link
  next?: Link
  /** What is below is not there in snapshots from before it was written. */
  signature?: AuthorCard
  series?: SeriesPlace
  related?: PostCard[]
  takesComments?: boolean
  /** How often readers had applauded when the site was published; left out where they cannot. */
  claps?: number
}

/** Who signs a post, as far as readers may know. */
export interface AuthorCard {
  name: string
  path: string
  bio: string
  avatar?: Picture
  links: { label: string; href: string }[]
}

/** The series a post is part of, and its place in it, counted from one. */
export interface SeriesPlace {
  name: string
  path: string
  part: number
  parts: Link[]
}

export interface ListingRoute {
  kind: 'listing'
  title: string
  description: string
  seo: Seo
  posts: PostCard[]
  /** One-based. */
  page: number
  pages: number
  /** Path of page one; page n is `{basePath}/page/{n}`. */
  basePath: string
  /** On the page of an author. */
  author?: AuthorCard
  /** Posts that are to be read in this order: the number of the first on this page. */
  partsFrom?: number
  /** Its feeds carry posts whole. */
  hasWholeFeed?: true
}
export type RouteDocument = PageRoute | PostRoute | ListingRoute

export interface PostCard {
  title: string
  path: string
  excerpt: string
  publishedAt: string
  author?: string
  cover?: Picture
  /** Names of its categories, on cards of listings only, whose feeds tell them. */
  categories?: string[]
}
/** A finished piece of work, as the Portfolio shows it. */
export interface Project {
  slug: string
  name: string
  summary: string
  category: string
  client: string
  year: string
  picture?: Picture
  pictures: { picture: Picture; caption: string }[]
  /** Made safe when it was written. */
  html: string
  link: string
}
export interface Picture {
  src: string
  alt: string
  width?: number
  height?: number
  /** The spot that stays in sight when it is cut to a shape, as CSS places objects. */
  focus?: string
  /** A tiny picture as a `data:` address, drawn until it is there. */
  placeholder?: string
}
export interface Link {
  label: string
  path: string
}
export type TermLink = Link
export interface Comment {
  /** Its place among the comments of its post. */
  id: string
  parentId?: string
  author: string
  html: string
  createdAt: string
  /** Written by someone of the site. */
  isFromSite?: true
}

/** Why somebody is not let in. */
export const gateProblems = ['wrong_password', 'too_many_tries'] as const
export type GateProblem = (typeof gateProblems)[number]
