import { CloudUpload, FilePen, RotateCcw, Tags, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type PostSummary, postsApi } from '#workers/cms/posts.contract.ts'
import type { BodyOf } from '#workers/core/endpoint.contract.ts'
import { call } from '../../api.ts'
import type { Pages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/numbers.ts'
import { OnDemand } from '../../ui/on-demand.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { removePosts, restorePosts } from './remove-posts.ts'

export type PostsChange = Omit<BodyOf<typeof postsApi.changeMany>, 'ids'>

interface PostBulkBarProps {
  pages: Pages<PostSummary>
  selected: ReadonlySet<string>
  isTrash: boolean
  onChange: (selected: Set<string>) => void
}

const loadOrganise = () => import('./organise-posts.tsx').then(({ OrganisePosts }) => OrganisePosts)

/** What can be done with the selected posts. */
export function PostBulkBar({ pages, selected, isTrash, onChange }: PostBulkBarProps) {
  const [isOrganising, setOrganising] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const posts = pages.items?.filter(({ id }) => selected.has(id)) ?? []

  const run = async (work: () => Promise<boolean>) => {
    setBusy(true)
    if (await work()) {
      onChange(new Set())
      await pages.reload()
    }
    setBusy(false)
  }
  const change = async (body: PostsChange, said: string): Promise<boolean> => {
    try {
      const { count } = await call(postsApi.changeMany, { body: { ...body, ids: [...selected] } })
      invalidate('/websites', '/overview')
      toast({ title: `${counted(count, 'post')} ${said}`, body: 'Visitors see the change when you publish.' })
      return true
    } catch (thrown) {
      toastProblem(thrown, 'The posts were not changed')
      return false
    }
  }
  const close = () => onChange(new Set())
  if (isTrash) {
    return (
      <BulkBar count={selected.size} noun="post" onClear={close}>
        <Button
          look="ghost"
          size="sm"
          icon={<RotateCcw />}
          isBusy={isBusy}
          onClick={() => run(() => restorePosts(posts))}
        >
          Restore
        </Button>
      </BulkBar>
    )
  }
  return (
    <>
      <BulkBar count={selected.size} noun="post" onClear={close}>
        <Button
          look="ghost"
          size="sm"
          icon={<CloudUpload />}
          isBusy={isBusy}
          onClick={() => run(() => change({ status: 'published' }, 'ready to be seen'))}
        >
          Publish
        </Button>
        <Button
          look="ghost"
          size="sm"
          icon={<FilePen />}
          disabled={isBusy}
          onClick={() => run(() => change({ status: 'draft' }, 'made drafts'))}
        >
          Make drafts
        </Button>
        <Button look="ghost" size="sm" icon={<Tags />} disabled={isBusy} onClick={() => setOrganising(true)}>
          Organise
        </Button>
        <Button
          look="danger-ghost"
          size="sm"
          icon={<Trash2 />}
          disabled={isBusy}
          onClick={() => run(() => removePosts(posts))}
        >
          Trash
        </Button>
      </BulkBar>
      {isOrganising && (
        <OnDemand
          load={loadOrganise}
          props={{
            posts,
            onChange: async (body: PostsChange) => run(() => change(body, 'organised')),
            onClose: () => setOrganising(false),
          }}
          onFail={() => setOrganising(false)}
        />
      )}
    </>
  )
}
