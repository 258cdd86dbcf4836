import * as z from 'zod'
import { Email, Timestamp } from '../core/endpoint.contract.ts'
import { FormFields } from '../forms/form-fields.contract.ts'
import { FormSettings } from '../forms/form-settings.contract.ts'
import { Theme } from '../sites/design.contract.ts'
import { PageDocument } from '../sites/page-document.contract.ts'
import { PagePath, PageSeo } from '../sites/pages.contract.ts'
import { SiteSettingsChange } from '../sites/site-settings.contract.ts'
import type { MenuItem } from '../sites/snapshot.contract.ts'
import { ARCHIVE_FORMAT } from './archive-names.contract.ts'
import { ArchivedCollection, ArchivedPlugin } from './archived-collections.contract.ts'
import { Language, Line, Locale, Slug } from './archived-texts.contract.ts'

/**
 * A whole site as a zip file, described in docs/archive-format.md. Things refer to each other by the names they have on the site,
 * never by ids, but for files: their ids stand in the addresses content names them by.
 */
const MAX_MENU_DEPTH = 6

export const ArchivedMenuItem: z.ZodType<MenuItem> = z.lazy(() =>
  z.object({ label: Line(200), href: Line(2000), children: z.array(ArchivedMenuItem).max(200).optional() }),
) as z.ZodType<MenuItem>

const depthOf = (items: MenuItem[]): number =>
  items.length === 0 ? 0 : 1 + Math.max(...items.map(({ children = [] }) => depthOf(children)))

export const ArchivedPicture = z.object({
  src: Line(2000),
  alt: Line(2000),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  assetId: z.uuid().optional(),
})

export const ArchivedForm = z.object({
  slug: z.string().regex(/^[\w.-]{1,100}$/),
  name: Line(200),
  submitLabel: Line(200),
  fields: FormFields,
  /** What happens when it is sent, but for the people who are told. */
  settings: FormSettings.optional(),
})

export const ArchivedSite = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.int(),
  name: Line(120).min(1),
  tagline: Line(1000),
  locale: Locale,
  template: Line(60),
  features: z.array(Line(60)).max(40),
  theme: Theme,
  header: PageDocument,
  footer: PageDocument,
  /** What pages refer to by id; one that is shared belongs to the agency. */
  sections: z
    .array(z.object({ id: z.uuid(), title: Line(200).min(1), document: PageDocument, isShared: z.boolean() }))
    .max(1000),
  business: z.object({
    name: Line(120),
    email: Email.optional(),
    phone: Line(40).optional(),
    address: Line(300).optional(),
    hours: Line(300).optional(),
    description: Line(2000).optional(),
  }),
  menus: z
    .array(
      z.object({
        location: Line(120).min(1),
        name: Line(200),
        items: z
          .array(ArchivedMenuItem)
          .max(500)
          .refine((items) => depthOf(items) <= MAX_MENU_DEPTH, 'A menu is at most six levels deep.'),
      }),
    )
    .max(200),
  /** Locations of the menus chosen for the header and the footer. */
  menuChoices: z.object({ primary: Line(120).optional(), footer: Line(120).optional() }),
  languages: z
    .array(
      z.object({
        code: Locale,
        name: Line(120),
        position: z.int(),
        isPublic: z.boolean(),
        fallback: z.enum(['original', 'none']),
        texts: z.record(Line(20_000), Line(20_000)),
      }),
    )
    .max(60),
  timeZone: Line(60),
  /** What search engines and browsers are told; the page for what is not there by its path. */
  settings: SiteSettingsChange.omit({ notFoundPageId: true })
    .extend({ notFound: PagePath.optional() })
    .optional(),
  /** How the blog deals with its readers. */
  blog: z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()])),
  forms: z.array(ArchivedForm).max(200),
  authors: z
    .array(
      z.object({
        ...{ slug: Slug, name: Line(200), email: Line(254).optional(), bio: Line(5000) },
        avatar: ArchivedPicture.nullable(),
        links: z.array(z.object({ label: Line(200), href: Line(2000) })).max(50),
      }),
    )
    .max(5000),
  series: z.array(z.object({ slug: Slug, name: Line(300), description: Line(5000) })).max(5000),
  terms: z
    .array(
      z.object({
        taxonomy: z.enum(['category', 'tag']),
        slug: Slug,
        name: Line(300),
        description: Line(5000),
        /** Slug of the one above, of the same taxonomy. */
        parent: Slug.optional(),
      }),
    )
    .max(20_000),
  redirects: z
    .array(
      z.object({
        from: z.string().startsWith('/').max(2000),
        to: Line(2000),
        status: z.union([301, 302, 307, 308, 410].map((status) => z.literal(status))),
      }),
    )
    .max(50_000),
  collections: z.array(ArchivedCollection).max(200).default([]),
  plugins: z.array(ArchivedPlugin).max(500).default([]),
})
export type ArchivedSite = z.infer<typeof ArchivedSite>

export const ArchivedPage = z.object({
  path: PagePath,
  language: Language,
  /** Path of the page this is a translation of. */
  translationOf: PagePath.optional(),
  sourceDigest: Line(200),
  title: Line(200).min(1),
  seo: PageSeo,
  document: PageDocument,
  status: z.enum(['draft', 'published']),
  position: z.int(),
  updatedAt: Timestamp,
})
export type ArchivedPage = z.infer<typeof ArchivedPage>

export const ArchivedPost = z.object({
  slug: Slug,
  language: Language,
  /** The post this is a translation of. */
  translationOf: z.object({ language: Language, slug: Slug }).optional(),
  sourceDigest: Line(200),
  title: Line(300),
  excerpt: Line(5000),
  html: Line(5_000_000),
  status: z.enum(['draft', 'published', 'scheduled']),
  publishedAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  isSticky: z.boolean(),
  hasOwnExcerpt: z.boolean(),
  takesComments: z.boolean(),
  series: z.object({ slug: Slug, part: z.int().min(1) }).optional(),
  seo: z.record(z.string().max(60), z.union([z.string().max(5000), z.boolean()])),
  cover: ArchivedPicture.nullable(),
  author: Slug.optional(),
  terms: z.array(z.object({ taxonomy: z.enum(['category', 'tag']), slug: Slug })).max(500),
  comments: z
    .array(
      z.object({
        author: Line(500),
        email: Line(254).optional(),
        isFromSite: z.boolean(),
        html: Line(200_000),
        status: z.enum(['approved', 'pending']),
        writtenAt: Timestamp,
        /** Place in this list of the comment it answers. */
        parent: z.int().min(0).optional(),
      }),
    )
    .max(100_000),
})
export type ArchivedPost = z.infer<typeof ArchivedPost>

export const ArchivedFile = z.object({
  id: z.uuid(),
  fileName: Line(300).min(1),
  title: Line(1000),
  alt: Line(2000),
  caption: Line(5000),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  /** Percent from the left and the top. */
  focus: z.object({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) }).optional(),
  tags: z.array(Line(60)).max(30).optional(),
})
export type ArchivedFile = z.infer<typeof ArchivedFile>
