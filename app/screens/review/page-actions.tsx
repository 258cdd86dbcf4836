import { CalendarClock, Eye, MessageSquareShare, Share2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { approvalsApi } from '#workers/review/approvals.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import type { Editor } from '../builder/editor.ts'
import { PreviewLinkDialog } from './preview-link-dialog.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { SendReviewDialog } from './send-review-dialog.tsx'

type Open = 'preview' | 'review' | 'schedule'

interface PageActionsProps {
  editor: Editor
  page: PageDetail
  websiteId: string
}

/** What leads from the builder to other people: showing a draft, asking for approval, setting a moment. */
export function PageActions({ editor, page, websiteId }: PageActionsProps) {
  const may = useMay()
  const [open, setOpen] = useState<Open | undefined>()
  const isPage = page.kind === 'page'
  const about = isPage ? { page } : {}
  const items: MenuEntry[] = [
    { id: 'preview', label: 'Preview link', icon: <Eye />, onSelect: () => show('preview') },
    { id: 'review', label: 'Send for review', icon: <MessageSquareShare />, onSelect: () => show('review') },
    ...(may('sites:publish')
      ? [{ id: 'schedule', label: 'Schedule', icon: <CalendarClock />, onSelect: () => show('schedule') }]
      : []),
  ]
  // What is shown to others is what was saved.
  const show = async (what: Open) => {
    await editor.saving.settled().catch(() => {})
    setOpen(what)
  }
  const close = () => setOpen(undefined)
  return (
    <>
      <ApprovalState websiteId={websiteId} saved={editor.saving.state.value} />
      <Menu label="Share and schedule" class="btn btn-default btn-icon" align="end" items={items}>
        <Share2 aria-hidden="true" />
      </Menu>
      {open === 'preview' && <PreviewLinkDialog {...{ websiteId, ...about }} onClose={close} />}
      {open === 'review' && <SendReviewDialog {...{ websiteId, ...about }} onClose={close} />}
      {open === 'schedule' && <ScheduleDialog {...{ websiteId, ...about }} onClose={close} />}
    </>
  )
}

/** Whether what would be published has been approved, on websites that take it. */
function ApprovalState({ websiteId, saved }: { websiteId: string; saved: string }) {
  const approval = useResource(approvalsApi.get, { params: { id: websiteId } })
  const [known, setKnown] = useState(saved)
  if (known !== saved) {
    setKnown(saved)
    if (saved === 'saved' && approval.data?.approval !== 'none') void approval.reload()
  }
  if (!approval.data || approval.data.approval === 'none') return null
  const { isApproved } = approval.data
  return (
    <span class="max-lg:hidden">
      <Badge tone={isApproved ? 'success' : 'warning'} hasDot>
        {isApproved ? 'Approved' : 'Needs approval'}
      </Badge>
    </span>
  )
}
