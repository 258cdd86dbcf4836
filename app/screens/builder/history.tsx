import { Bookmark, History as HistoryIcon } from 'lucide-preact'
import { useState } from 'preact/hooks'
import {
  type BlockChange,
  comparePages,
  patchesToBringBack,
} from '#workers/sites/page-comparison.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { type PageDetail, type PageRevision, pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { type Pages, usePages } from '../../data/pages.ts'
import { Problem } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { exactly } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { ChangeList } from '../review/change-list.tsx'
import type { Comparison } from '../review/page-comparison.tsx'
import type { Editor } from './editor.ts'
import { KeepVersion } from './keep-version.tsx'
import { RevisionRow } from './revision-row.tsx'

interface HistoryProps {
  editor: Editor
  page: PageDetail
  /** Lays two versions beside each other; undefined shows the page itself again. */
  onCompare: (versions: Comparison | undefined) => void
  onRestored: (page: PageDetail) => void
}

interface Viewed {
  revision: PageRevision
  document: PageDocument
}

const labelOf = ({ name, asOf }: PageRevision) => name || exactly(asOf)
const versionOf = ({ revision, document }: Viewed) => ({ label: labelOf(revision), document })

/** What the page was: compared with what it is, kept under a name, brought back whole or block by block. */
export function History({ editor, page, onCompare, onRestored }: HistoryProps) {
  const canEdit = useMay()('sites:write')
  const revisions = usePages(pagesApi.revisions, { params: { id: page.id }, query: {} })
  const [viewed, setViewed] = useState<Viewed | undefined>()
  const [other, setOther] = useState<Viewed | undefined>()
  const [busyId, setBusyId] = useState<string | undefined>()

  const show = (next: Viewed | undefined, against: Viewed | undefined) => {
    setViewed(next)
    setOther(against)
    onCompare(next && { before: versionOf(next), ...(against ? { after: versionOf(against) } : {}) })
  }
  const read = async (revision: PageRevision): Promise<Viewed | undefined> => {
    try {
      const { document } = await call(pagesApi.revision, { params: { id: revision.id } })
      return { revision, document }
    } catch (thrown) {
      toastProblem(thrown, 'This version could not be shown')
      return undefined
    }
  }
  const view = async (revision: PageRevision | undefined) => {
    show(revision && (await read(revision)), undefined)
  }
  const compareWith = async (id: string) => {
    const revision = revisions.items?.find((each) => each.id === id)
    show(viewed, revision && (await read(revision)))
  }
  const restore = async (revision: PageRevision) => {
    setBusyId(revision.id)
    try {
      await restoreRevision(revision.id, editor, onRestored, () => void revisions.reload())
      show(undefined, undefined)
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
            aria-pressed={viewed === undefined}
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
            isViewed={revision.id === viewed?.revision.id}
            isBusy={revision.id === busyId}
            canRestore={canEdit}
            onView={() => view(revision.id === viewed?.revision.id ? undefined : revision)}
            onRestore={() => restore(revision)}
          >
            {viewed && (
              <Differences
                {...{ editor, viewed, other, canEdit }}
                revisions={revisions.items ?? []}
                onCompareWith={compareWith}
              />
            )}
          </RevisionRow>
        ))}
      </ol>
      <Rest revisions={revisions} />
    </div>
  )
}

interface DifferencesProps {
  editor: Editor
  viewed: Viewed
  other: Viewed | undefined
  revisions: readonly PageRevision[]
  canEdit: boolean
  onCompareWith: (id: string) => void
}

/** What was changed between the chosen version and another, in words. */
function Differences({ editor, viewed, other, revisions, canEdit, onCompareWith }: DifferencesProps) {
  const after = other?.document ?? editor.document.value
  const changes = comparePages(viewed.document, after)
  const options = revisions
    .filter(({ id }) => id !== viewed.revision.id)
    .map((revision) => ({ value: revision.id, label: labelOf(revision) }))
  const bringBack = (change: BlockChange) =>
    editor.apply(patchesToBringBack(change, viewed.document, editor.document.peek()))
  return (
    <div class="grid gap-2 px-2 pb-2">
      <SelectField
        name="other"
        label="Compared with"
        value={other?.revision.id ?? ''}
        options={[{ value: '', label: 'The page as it is now' }, ...options]}
        onChange={onCompareWith}
      />
      {changes.length === 0 ? (
        <p class="text-12 text-fg-3">The two say the same.</p>
      ) : (
        <ChangeList changes={changes} {...(canEdit && !other && { onBringBack: bringBack })} />
      )}
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
