import { marketApi } from '#workers/market/market.contract.ts'
import { platformMarketApi } from '#workers/market/review-queue.contract.ts'
import { useResource } from '../../data/resources.ts'
import { PreviewDialog } from '../templates/preview-dialog.tsx'

/** Something on the marketplace, page by page. */
export function ListingPreview({ listing, onClose }: { listing: string; onClose: () => void }) {
  const preview = useResource(marketApi.preview, { params: { listing }, query: {} })
  return <PreviewDialog preview={preview} backLabel="Close" onClose={onClose} />
}

/** What was handed in, page by page, for who decides about it. */
export function SubmissionPreview({ submission, onClose }: { submission: string; onClose: () => void }) {
  const preview = useResource(platformMarketApi.preview, { params: { submission } })
  return <PreviewDialog preview={preview} backLabel="Close" onClose={onClose} />
}
