import * as z from 'zod'
import { endpoint } from '../core/endpoint.contract.ts'
import type { Canvas } from './canvas.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import { templateCategories } from './templates/template.contract.ts'

export const TemplateCard = z.object({
  id: z.string(),
  name: z.string(),
  industry: z.string(),
  category: z.enum(templateCategories),
  description: z.string(),
  preview: z.string().describe('Path of a picture'),
  pages: z.array(z.string()),
  colors: z.array(z.string()),
  isOwn: z.boolean().describe('Of the agency’s own, rather than one that comes with the product'),
})
export type TemplateCard = z.infer<typeof TemplateCard>

/** A template as a website of its own, to look at before there is one. */
export const TemplatePreview = z.object({
  id: z.string(),
  name: z.string(),
  pages: z.array(z.object({ path: z.string(), title: z.string(), document: z.custom<PageDocument>() })),
  canvas: z.custom<Canvas>().describe('What its pages are drawn with'),
})
export type TemplatePreview = z.infer<typeof TemplatePreview>

export const templatesApi = {
  list: endpoint({
    method: 'get',
    path: '/templates',
    needs: 'sites:read',
    summary: 'The templates a new website can start from.',
    returns: z.object({ items: z.array(TemplateCard) }),
  }),
  get: endpoint({
    method: 'get',
    path: '/templates/{template}',
    needs: 'sites:read',
    noun: 'Template',
    summary: 'Every page of a template, and what it is drawn with.',
    query: z.strictObject({ name: z.string().trim().max(120).optional().describe('Of the business') }),
    returns: TemplatePreview,
  }),
}
