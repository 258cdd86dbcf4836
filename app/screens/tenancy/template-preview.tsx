import { templatesApi } from '#workers/sites/templates.contract.ts'
import { useResource } from '../../data/resources.ts'
import { PreviewDialog } from '../templates/preview-dialog.tsx'

interface TemplatePreviewProps {
  template: string
  /** Of the business, if it has one already. */
  name: string
  onClose: () => void
  /** Left out where there is nothing to choose it for. */
  onChoose?: () => void
}

/** A template page by page, with the business's name. */
export function TemplatePreview({ template, name, ...rest }: TemplatePreviewProps) {
  const query = name ? { name } : {}
  const preview = useResource(templatesApi.get, { params: { template }, query })
  return <PreviewDialog preview={preview} backLabel="Back to the gallery" {...rest} />
}
