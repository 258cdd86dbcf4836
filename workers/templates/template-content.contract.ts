import * as z from 'zod'
import { ArchivedForm, ArchivedMenuItem, ArchivedPicture } from '../archives/archive-format.contract.ts'
import { Theme } from '../sites/design.contract.ts'
import { PageDocument } from '../sites/page-document.contract.ts'
import { PagePath, PageSeo } from '../sites/pages.contract.ts'
import { type Template, templateCategories } from '../sites/templates/template.contract.ts'

export const MAX_TEMPLATE_PAGES = 100
export const MAX_TEMPLATE_POSTS = 12

const Menu = z.array(ArchivedMenuItem).max(200)
const Slug = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s/?#]+$/, 'A slug holds no spaces, slashes, question marks or hashes.')

/** What a website made from a template begins with; texts hold `{{name}}` and the like where the business's details belong. */
export const TemplateContent = z.object({
  tagline: z.string().max(1000),
  theme: Theme,
  header: PageDocument,
  footer: PageDocument,
  menus: z.object({ primary: Menu, footer: Menu }),
  pages: z
    .array(
      z.object({
        path: PagePath,
        title: z.string().min(1).max(200),
        seo: PageSeo,
        document: PageDocument,
      }),
    )
    .min(1, 'A template has at least one page.')
    .max(MAX_TEMPLATE_PAGES, `A template has at most ${MAX_TEMPLATE_PAGES} pages.`)
    .refine(
      (pages) => new Set(pages.map(({ path }) => path)).size === pages.length,
      'Two pages stand at the same address.',
    ),
  forms: z.array(ArchivedForm).min(1, 'A template has at least one form.').max(30),
  posts: z
    .array(
      z.object({
        slug: Slug,
        title: z.string().max(300),
        excerpt: z.string().max(5000),
        html: z.string().max(200_000),
        cover: ArchivedPicture.optional(),
      }),
    )
    .max(MAX_TEMPLATE_POSTS, `A template has at most ${MAX_TEMPLATE_POSTS} posts.`),
  features: z.array(z.string().max(60)).max(40),
})
/** A template as a file: `template.json` of a repository. Its files lie in `files/` beside it and are named so: `files/door.jpg`. */
export const TemplateManifest = TemplateContent.extend({
  format: z.literal('dde-template'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(80),
  description: z.string().trim().min(1).max(300),
  industry: z.string().trim().min(1).max(80),
  category: z.enum(templateCategories),
})
export type TemplateContent = Pick<
  Template,
  'tagline' | 'theme' | 'header' | 'footer' | 'menus' | 'pages' | 'forms' | 'posts' | 'features'
>
