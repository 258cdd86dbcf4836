import { Bookmark, History as HistoryIcon } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { type PageDetail, type PageRevision, pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { type Pages, usePages } from '../../data/pages.ts'
import { Problem } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { Editor } from './editor.ts'
import { KeepVersion } from './keep-version.tsx'
import { RevisionRow } from './revision-row.tsx'

interface HistoryProps {
  editor: Editor
  page: PageDetail
  /** Shows a page as it was; undefined shows the page itself again. */
  onPreview: (document: PageDocument | undefined) => void
  onRestored: (page: PageDetail) => void
}

/** What the page was: looked at, kept under a name, brought back. */
export function History({ editor, page, onPreview, onRestored }: HistoryProps) {
  const canEdit = useMay()('sites:write')
  const revisions = usePages(pagesApi.revisions, { params: { id: page.id }, query: {} })
  const [viewedId, setViewedId] = useState<string | undefined>()
  const [busyId, setBusyId] = useState<string | undefined>()

  const view = async (revision: PageRevision | undefined) => {
    setViewedId(revision?.id)
    if (!revision) return onPreview(undefined)
    try {
      const { document } = await call(pagesApi.revision, { params: { id: revision.id } })
      onPreview(document)
    } catch (thrown) {
      setViewedId(undefined)
      onPreview(undefined)
      toastProblem(thrown, 'This version could not be shown')
    }
  }
  const restore = async (revision: PageRevision) => {
    setBusyId(revision.id)
    try {
      await restoreRevision(revision.id, editor, onRestored, () => void revisions.reload())
      setViewedId(undefined)
      onPreview(undefined)
    } catch (thrown) {
      toastProblem(thrown, 'The version was not restored')
    }
    setBusyId(undefined)
  }

  return (
    <div class="px-3 pb-4">
      {canEdit && <KeepVersion editor={editor} pageId={page.id} onKept={() => void revisions.reload()} />}
      <ol class="mt-3 grid gap-px" aria-label="Versions">
        <li>
          <button
            type="button"
            class="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left aria-pressed:bg-brand-subtle"
            aria-pressed={viewedId === undefined}
            onClick={() => view(undefined)}
          >
            <span class="grid w-3 flex-none place-items-center" aria-hidden="true">
              <span class="dot text-success" />
            </span>
            <span class="font-medium">The page as it is now</span>
          </button>
        </li>
        {revisions.items?.map((revision) => (
          <RevisionRow
            key={revision.id}
            revision={revision}
            isViewed={revision.id === viewedId}
            isBusy={revision.id === busyId}
            canRestore={canEdit}
            onView={() => view(revision.id === viewedId ? undefined : revision)}
            onRestore={() => restore(revision)}
          />
        ))}
      </ol>
      <Rest revisions={revisions} />
    </div>
  )
}

function Rest({ revisions }: { revisions: Pages<PageRevision> }) {
  const { items, problem, reload, hasMore, isLoadingMore, loadMore } = revisions
  if (!items && problem) return <Failed problem={problem} onRetry={reload} />
  if (!items) {
    return (
      <div class="px-2 pt-3">
        <SkeletonLines lines={5} />
      </div>
    )
  }
  if (items.length === 0) {
    return (
      <Empty icon={<HistoryIcon />} title="Nothing older yet" class="px-2! py-8!">
        While you work, earlier versions are kept here by themselves. <Bookmark size={12} class="inline" />{' '}
        Keep one under a name to find it again.
      </Empty>
    )
  }
  if (!hasMore) return null
  return (
    <div class="flex justify-center pt-3">
      <Button size="sm" isBusy={isLoadingMore} onClick={loadMore}>
        Show older
      </Button>
    </div>
  )
}

/** What stands on the page now is kept by restoring, as the newest revision: that is the way back. */
async function restoreRevision(
  id: string,
  editor: Editor,
  onRestored: (page: PageDetail) => void,
  onListChange: () => void,
): Promise<void> {
  const bring = async (revisionId: string) => {
    await editor.saving.settled()
    const restored = await call(pagesApi.restoreRevision, { params: { id: revisionId } })
    editor.reset(restored)
    onRestored(restored)
    onListChange()
    return restored
  }
  const { id: pageId } = await bring(id)
  const { items } = await call(pagesApi.revisions, { params: { id: pageId }, query: { limit: 1 } })
  const undo = async () => {
    try {
      const [before] = items
      if (!before) throw new Problem('resource_not_found', 'The version before is not there any more.', 404)
      await bring(before.id)
      toast('The page is as before')
    } catch (thrown) {
      toastProblem(thrown, 'That could not be undone')
    }
  }
  toast({
    title: 'Version restored',
    body: 'What was on the page is kept in the history.',
    action: { label: 'Undo', run: undo },
  })
}
