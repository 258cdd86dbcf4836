import { deleteTemplate, templateRemoved } from '#workers/templates/remove-template.ts'
import { job } from '../core/job.ts'

export const deleteTemplateJob = job({
  name: 'templates.delete-template',
  on: templateRemoved,
  run: (ctx, { templateId }) => deleteTemplate(ctx, templateId),
})
