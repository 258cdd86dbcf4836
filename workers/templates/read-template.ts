import { and, eq, isNull } from 'drizzle-orm'
import { templates, templateVersions } from '#db/schema/index.ts'
import type { TemplateFile } from '#db/schema/templates.ts'
import { NAMED_FILE } from '../assets/file-address.contract.ts'
import type { Context } from '../core/context.ts'
import { isId } from '../core/ids.ts'
import type { Template } from '../sites/templates/template.contract.ts'
import { drawPreview } from './draw-preview.ts'
import type { TemplateContent } from './template-content.contract.ts'

/** A template to make a website from, with the files it brings. */
export interface FoundTemplate {
  template: Template
  files: TemplateFile[]
  /** Of one of the agency's own. */
  versionId?: string
}

/** One that comes with the product by its name, or one of the agency's own by its id: as it is now, or as a version of it was. */
export async function findAnyTemplate(
  ctx: Context,
  id: string,
  versionId?: string,
): Promise<FoundTemplate | undefined> {
  if (isId(id)) return findAgencyTemplate(ctx, id, versionId)
  const { findTemplate } = await import('../sites/templates/index.ts')
  const template = await findTemplate(id)
  return template && { template, files: [] }
}

async function findAgencyTemplate(
  ctx: Context,
  id: string,
  versionId: string | undefined,
): Promise<FoundTemplate | undefined> {
  const isWanted = versionId
    ? and(eq(templateVersions.templateId, templates.id), eq(templateVersions.id, versionId))
    : and(eq(templateVersions.id, templates.currentVersionId), isNull(templates.deletedAt))
  const [row] = await ctx.db
    .select({ template: templates, version: templateVersions })
    .from(templates)
    .innerJoin(templateVersions, isWanted)
    .where(eq(templates.id, id))
  if (!row) return undefined
  return {
    template: templateOf(row.template, contentOf(row.version)),
    files: row.version.files,
    versionId: row.version.id,
  }
}

/** What a version holds. */
export const contentOf = ({ content }: Pick<typeof templateVersions.$inferSelect, 'content'>) =>
  // safe: content is checked whenever it is written
  content as unknown as TemplateContent

type Facts = Pick<typeof templates.$inferSelect, 'id' | 'name' | 'description' | 'industry' | 'category'>

export function templateOf(
  { id, name, description, industry, category }: Facts,
  content: TemplateContent,
): Template {
  return {
    ...content,
    ...{ id, name, description, industry },
    // safe: categories are only written through their contract
    category: category as Template['category'],
    preview: { src: drawPreview(content, name), alt: '', width: 640, height: 480 },
  }
}

/** Where the dashboard finds a file of a template's version. */
export const TEMPLATE_FILES = '/_dde/files/templates/'

/** The same content, its pictures to be looked at in the dashboard before there is a website. */
export const withPreviewAddresses = <T>(content: T, versionId: string): T =>
  // safe: addresses take the place of addresses
  JSON.parse(
    JSON.stringify(content).replace(
      NAMED_FILE,
      (_, id: string, name: string) => `${TEMPLATE_FILES}${versionId}/${id}/${name}`,
    ),
  ) as T
