import type { Context } from '../core/context.ts'
import { notFound } from '../core/errors.ts'
import { shippedPlugins } from '../plugins/shipped/index.ts'
import { listAgencyTemplates } from '../templates/agency-templates.ts'
import { findAnyTemplate, withPreviewAddresses } from '../templates/read-template.ts'
import type { Canvas } from './canvas.contract.ts'
import type { Business } from './snapshot.contract.ts'
import type { Template } from './templates/template.contract.ts'
import type { TemplateCard, TemplatePreview } from './templates.contract.ts'

/** A website made from a template begins with these. */
const defaultPlugins = shippedPlugins.filter(({ isOnByDefault }) => isOnByDefault).map(({ key }) => key)

const NO_WEBSITE = '00000000-0000-0000-0000-000000000000'
const DAY_MS = 24 * 60 * 60 * 1000

/** What a template shows where the business has told nothing yet. */
const example: Business = {
  name: 'Your business',
  email: 'hello@example.com',
  phone: '+44 20 7946 0018',
  address: '14 Quay Street\nBristol',
  hours: 'Monday to Friday 8–18\nSaturday 9–13',
}

/** The agency's own first. */
export async function listTemplates(ctx: Context): Promise<TemplateCard[]> {
  const [own, shipped] = await Promise.all([listAgencyTemplates(ctx), listShippedTemplates()])
  return [...own, ...shipped]
}

/** Those that come with the product. */
export async function listShippedTemplates(): Promise<TemplateCard[]> {
  const { loadTemplates } = await import('./templates/index.ts')
  return (await loadTemplates()).map(cardOfShipped)
}

function cardOfShipped({
  id,
  name,
  industry,
  category,
  description,
  preview,
  pages,
  theme,
}: Template): TemplateCard {
  return {
    ...{ id, name, industry, category, description, isOwn: false },
    preview: preview.src,
    pages: pages.map(({ title }) => title),
    colors: [theme.colors.brand, theme.colors.ink, theme.colors.muted, theme.colors.background],
  }
}

/** The template as it would be for a business of that name. */
export async function previewTemplate(ctx: Context, id: string, name?: string): Promise<TemplatePreview> {
  const found = await findAnyTemplate(ctx, id)
  if (!found) throw notFound('Template', id)
  const { template, versionId } = found
  return drawTemplate(ctx, versionId ? withPreviewAddresses(template, versionId) : template, name)
}

/** Every page of a template, and what those are drawn with. */
export async function drawTemplate(ctx: Context, found: Template, name?: string): Promise<TemplatePreview> {
  const { fillTemplate } = await import('./templates/fill-template.ts')
  const business = { ...example, ...(name && { name }) }
  const template = fillTemplate(found, business)
  return {
    ...{ id: found.id, name: found.name },
    pages: template.pages.map(({ path, title, document }) => ({ path, title, document })),
    canvas: canvasOf(template, business, ctx.now),
  }
}

function canvasOf(template: Template, business: Business, now: Date): Canvas {
  const { tagline, theme, menus, header, footer, forms, posts, pages } = template
  const [home = { document: { version: 1 as const, root: [], nodes: {} } }] = pages
  return {
    ...{
      websiteId: NO_WEBSITE,
      origin: '',
      locale: 'en',
      languages: [],
      sections: [],
      collections: [],
      projects: [],
      plugins: { active: defaultPlugins, blocks: [] },
    },
    parts: { header: null, footer: null },
    home: home.document,
    site: {
      ...{ id: NO_WEBSITE, name: business.name, tagline, locale: 'en' },
      ...{ theme, menus, business, header, footer },
    },
    forms: forms.map(({ slug, name, fields, submitLabel }) => ({
      ...{ slug, name },
      form: { id: slug, fields, submitLabel },
    })),
    posts: posts.map(({ slug, title, excerpt, cover }, index) => ({
      ...{ title, excerpt, path: `/blog/${slug}` },
      publishedAt: new Date(now.getTime() - index * DAY_MS).toISOString(),
      ...(cover && { cover }),
    })),
  }
}
