import { handle } from '../core/routes.ts'
import { agencyTemplatesApi } from './agency-templates.contract.ts'
import {
  changeTemplate,
  compareVersions,
  getAgencyTemplate,
  renewTemplate,
  saveTemplate,
} from './agency-templates.ts'
import { fetchTemplate, fetchTemplateAgain } from './fetch-template.ts'
import { removeTemplate } from './remove-template.ts'

export const templatesRoutes = [
  handle(agencyTemplatesApi.save, (ctx, { params, body }) => saveTemplate(ctx, params.id, body)),
  handle(agencyTemplatesApi.fetch, (ctx, { body }) => fetchTemplate(ctx, body)),
  handle(agencyTemplatesApi.fetchAgain, (ctx, { params, body }) => fetchTemplateAgain(ctx, params.id, body)),
  handle(agencyTemplatesApi.get, (ctx, { params }) => getAgencyTemplate(ctx, params.id)),
  handle(agencyTemplatesApi.change, (ctx, { params, body }) => changeTemplate(ctx, params.id, body)),
  handle(agencyTemplatesApi.renew, (ctx, { params, body }) => renewTemplate(ctx, params.id, body)),
  handle(agencyTemplatesApi.compare, (ctx, { params, query }) => compareVersions(ctx, params.id, query)),
  handle(agencyTemplatesApi.remove, (ctx, { params }) => removeTemplate(ctx, params.id)),
]
