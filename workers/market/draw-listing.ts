import type { TemplateFile } from '#db/schema/templates.ts'
import { FilePublisher } from '../assets/published-files.ts'
import type { Context } from '../core/context.ts'
import { PLATFORM_TENANT } from '../core/ids.ts'
import { blockDataOf } from '../sites/block-data.contract.ts'
import type { Business, PostCard, SnapshotSite } from '../sites/snapshot.contract.ts'
import { createSnapshotWriter } from '../sites/snapshot-writer.ts'
import { fillTemplate } from '../sites/templates/fill-template.ts'
import type { Template } from '../sites/templates/template.contract.ts'
import { asPublished } from '../templates/template-files.ts'

/** A page as a visitor's browser would get it. */
export interface DrawnPage {
  path: string
  status: number
  html: string
}

/** Whose website it might become: every detail is there, so that nothing is left out. */
export const sampleBusiness: Business = {
  name: 'Quay Street Studio',
  email: 'hello@example.com',
  phone: '+44 20 7946 0018',
  address: '14 Quay Street\nBristol',
  hours: 'Monday to Friday 8–18\nSaturday 9–13',
}

/**
 * Publishes a template under an id of its own, at no host, and draws each of its pages with the renderer visitors get: what is
 * checked is what would be seen. Its files lie under that id already.
 */
export async function drawListing(
  ctx: Context,
  id: string,
  template: Template,
  files: readonly TemplateFile[],
): Promise<DrawnPage[]> {
  const filled = fillTemplate(template, sampleBusiness)
  const paths = [...filled.pages.map(({ path }) => path), ...filled.posts.map(({ slug }) => `/blog/${slug}`)]
  const snapshot = await writeSnapshot(ctx, id, filled, files)
  const host = {
    ...{ kind: 'site' as const, tenantId: PLATFORM_TENANT, clientId: PLATFORM_TENANT, siteId: id },
    ...{ name: sampleBusiness.name, status: 'live' as const, snapshot, origin: 'https://template.example' },
  }
  const drawn: DrawnPage[] = []
  for (const path of paths) {
    const answer = await ctx.ports.renderer.draw(host, encodeURI(path))
    drawn.push({ path, status: answer.status, html: await answer.text() })
  }
  return drawn
}

async function writeSnapshot(
  ctx: Context,
  id: string,
  template: Template,
  files: readonly TemplateFile[],
): Promise<string> {
  const writer = createSnapshotWriter({
    ...{ store: ctx.ports.snapshots, siteId: id, earlier: undefined },
    files: new FilePublisher(asPublished(files)),
  })
  const publishedAt = ctx.now.toISOString()
  const posts: PostCard[] = template.posts.map(({ slug, title, excerpt, cover }) => ({
    ...{ title, excerpt, publishedAt, path: `/blog/${slug}` },
    ...(cover && { cover }),
  }))
  const forms = template.forms.map(({ slug, fields, submitLabel }) => ({
    slug,
    form: { id: slug, fields, submitLabel },
  }))
  const sources = { forms, posts, collections: [], locale: 'en' }
  for (const { path, title, seo, document } of template.pages)
    await writer.add(path, {
      kind: 'page',
      title,
      seo,
      document,
      data: blockDataOf(document, sources, { path }),
    })
  for (const { slug, title, excerpt, html, cover } of template.posts)
    await writer.add(`/blog/${slug}`, {
      ...{ kind: 'post', title, excerpt, html, publishedAt, seo: {} },
      ...{ categories: [], tags: [], comments: [] },
      ...(cover && { cover }),
    })
  await writer.add('/blog', {
    ...{ kind: 'listing', title: 'Blog', description: '', seo: {}, posts },
    ...{ page: 1, pages: 1, basePath: '/blog' },
  })
  const { manifest } = await writer.finish(siteOf(template), { redirects: {} })
  return manifest
}

const siteOf = ({ tagline, theme, menus, header, footer }: Template): SnapshotSite => ({
  ...{ name: sampleBusiness.name, tagline, locale: 'en', theme, menus, header, footer },
  business: sampleBusiness,
})
