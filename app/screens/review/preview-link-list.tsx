import { Eye, Lock, X } from 'lucide-preact'
import { type PreviewLink, previewLinksApi } from '#workers/review/preview-links.contract.ts'
import { call } from '../../api.ts'
import { usePages } from '../../data/pages.ts'
import { StatusBadge, type StatusLook } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Ago, exactly } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { ListRest } from './list-rest.tsx'

const looks: Record<PreviewLink['status'], StatusLook> = {
  active: { label: 'Works', tone: 'success' },
  expired: { label: 'Expired', tone: 'neutral' },
  revoked: { label: 'Taken back', tone: 'neutral' },
}

/** The links by which others see drafts. */
export function PreviewLinkList({ websiteId }: { websiteId: string }) {
  const links = usePages(previewLinksApi.list, { params: { id: websiteId }, query: { limit: 20 } })
  const revoke = async ({ id }: PreviewLink) => {
    try {
      const next = await call(previewLinksApi.revoke, { params: { id } })
      links.patch((items) => items.map((each) => (each.id === id ? next : each)))
      toast('The link works no longer')
    } catch (thrown) {
      toastProblem(thrown, 'The link could not be taken back')
    }
  }
  return (
    <>
      <ul aria-label="Preview links">
        {links.items?.map((link) => (
          <li
            key={link.id}
            class="flex flex-wrap items-center gap-2 border-b border-line-subtle py-2 pr-2 pl-4 last:border-0"
          >
            <span class="min-w-0 flex-1">
              <span class="flex items-center gap-1.5 truncate">
                {link.name || (link.page ? `“${link.page.title}”` : 'All drafts')}
                {link.hasPassword && <Lock size={12} aria-label="With a password" />}
              </span>
              <span class="block text-12 text-fg-3">
                {link.openedAt ? (
                  <>
                    Opened <Ago at={link.openedAt} />
                  </>
                ) : (
                  'Not opened yet'
                )}
                {link.status === 'active' && `, until ${exactly(link.expiresAt)}`}
              </span>
            </span>
            <StatusBadge status={link.status} looks={looks} />
            {link.url && <CopyButton text={link.url} label="Copy the link" />}
            {link.status === 'active' && (
              <IconButton label="Take the link back" onClick={() => revoke(link)}>
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <ListRest list={links} icon={<Eye />} title="No links yet">
        Show a draft to somebody who has no account.
      </ListRest>
    </>
  )
}
