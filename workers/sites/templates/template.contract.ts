import type { FormDefinition } from '../../forms/published-form.contract.ts'
import type { PageDocument } from '../page-document.contract.ts'
import type { MenuItem, Picture, Seo } from '../snapshot.contract.ts'
import type { Theme } from '../theme.contract.ts'

/**
 * A whole website to begin with. Its texts hold `{{name}}`, `{{email}}`, `{{phone}}`, `{{address}}` and `{{hours}}`
 * where the business's own details belong; `fillTemplate` puts them in.
 */
export interface Template {
  id: string
  name: string
  description: string
  industry: string
  category: TemplateCategory
  /** What the site says of itself in a line, until somebody changes it. */
  tagline: string
  preview: Picture
  theme: Theme
  header: PageDocument
  footer: PageDocument
  menus: { primary: MenuItem[]; footer: MenuItem[] }
  pages: TemplatePage[]
  /** The first is where a block's form leads that names none of them. */
  forms: [TemplateForm, ...TemplateForm[]]
  posts: TemplatePost[]
  /** What of the platform the site makes use of, by feature key. */
  features: string[]
}

/** Where the gallery shows a template, in this order. */
export const templateCategories = [
  'services',
  'health',
  'food',
  'shops',
  'creative',
  'technology',
  'community',
  'publishing',
  'blank',
] as const
export type TemplateCategory = (typeof templateCategories)[number]

export interface TemplatePage {
  path: string
  title: string
  seo: Seo
  document: PageDocument
}

/** A form blocks refer to by its slug; it gets its id when a site is made. */
export interface TemplateForm extends Pick<FormDefinition, 'fields' | 'submitLabel'> {
  slug: string
  name: string
}

export interface TemplatePost {
  slug: string
  title: string
  excerpt: string
  /** Within what the sanitiser lets through. */
  html: string
  cover?: Picture
}
