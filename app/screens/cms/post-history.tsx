import { History, RotateCcw } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { type PostRevision, postRevisionsApi } from '#workers/cms/post-revisions.contract.ts'
import type { Post } from '#workers/cms/posts.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { Ago, exactly } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { compareWords, wordsOf } from './compare-words.ts'

interface PostHistoryProps {
  post: Post
  /** Something is typed that restoring would take away. */
  isDirty: boolean
  onRestored: (post: Post) => void
  onClose: () => void
}

/** A post as it was: compared word by word with what it is, and brought back. */
export function PostHistory({ post, isDirty, onRestored, onClose }: PostHistoryProps) {
  const revisions = usePages(postRevisionsApi.list, { params: { id: post.id }, query: {} })
  const { items, problem, reload, hasMore, isLoadingMore, loadMore } = revisions
  const [chosenId, setChosenId] = useState<string | undefined>()
  const chosen = items?.find(({ id }) => id === chosenId) ?? items?.[0]
  return (
    <Drawer title="History" onClose={onClose} width={760}>
      {!items && problem && <Failed problem={problem} onRetry={reload} />}
      {!items && !problem && <SkeletonLines lines={6} />}
      {items?.length === 0 && (
        <Empty icon={<History />} title="Nothing older yet">
          Earlier versions of the title and the text are kept here by themselves, whenever someone begins to
          change them.
        </Empty>
      )}
      {items && chosen && (
        <div class="grid gap-4 sm:grid-cols-[200px_minmax(0,1fr)]">
          <div>
            <ol class="grid gap-px max-sm:max-h-48 max-sm:overflow-y-auto" aria-label="Versions">
              {items.map((revision) => (
                <RevisionChoice
                  key={revision.id}
                  revision={revision}
                  isChosen={revision === chosen}
                  onChoose={() => setChosenId(revision.id)}
                />
              ))}
            </ol>
            {hasMore && (
              <Button size="sm" class="mt-2 w-full" isBusy={isLoadingMore} onClick={loadMore}>
                Show older
              </Button>
            )}
          </div>
          <Differences
            key={chosen.id}
            revision={chosen}
            post={post}
            isDirty={isDirty}
            onRestored={(restored) => {
              onRestored(restored)
              onClose()
            }}
          />
        </div>
      )}
    </Drawer>
  )
}

interface RevisionChoiceProps {
  revision: PostRevision
  isChosen: boolean
  onChoose: () => void
}

function RevisionChoice({ revision: { asOf, by, words }, isChosen, onChoose }: RevisionChoiceProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        class={cx(
          'w-full rounded-md px-2 py-1.5 text-left',
          isChosen ? 'bg-brand-subtle' : 'hover:bg-surface-2',
        )}
        onClick={onChoose}
      >
        <span class="block font-medium">
          <Ago at={asOf} />
        </span>
        <span class="block truncate text-12 text-fg-3">
          {by || 'As it was made'} · {words} {words === 1 ? 'word' : 'words'}
        </span>
      </button>
    </li>
  )
}

const looks = {
  added: 'rounded-xs bg-success-subtle text-success-fg no-underline',
  removed: 'rounded-xs bg-danger-subtle text-danger-fg',
}

interface DifferencesProps extends Pick<PostHistoryProps, 'post' | 'isDirty' | 'onRestored'> {
  revision: PostRevision
}

function Differences({ revision, post, isDirty, onRestored }: DifferencesProps) {
  const canWrite = useMay()('content:write')
  const { data, problem, reload } = useResource(postRevisionsApi.get, { params: { id: revision.id } })
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    try {
      const restored = await call(postRevisionsApi.restore, { params: { id: revision.id } })
      invalidate('/cms/posts')
      onRestored(restored)
      toast({ title: 'Version restored', body: 'What the post said before is kept in the history.' })
    } catch (thrown) {
      toastProblem(thrown, 'The version was not restored')
    }
    setBusy(false)
  }
  if (problem) return <Failed problem={problem} onRetry={reload} />
  if (!data) return <SkeletonLines lines={8} />
  return (
    <div class="min-w-0">
      <div class="mb-3 flex flex-wrap items-center gap-2">
        <p class="flex-1 text-12 text-fg-3">
          From {exactly(revision.asOf)} to now: <ins class={looks.added}>written since</ins>,{' '}
          <del class={looks.removed}>gone since</del>.
        </p>
        {canWrite && (
          <Button size="sm" icon={<RotateCcw />} isBusy={isBusy} onClick={restore}>
            Restore this version
          </Button>
        )}
      </div>
      {isDirty && (
        <div class="mb-3">
          <Notice tone="warning">
            Save first what you have typed: it is not compared here, and goes when a version is restored.
          </Notice>
        </div>
      )}
      <Compared before={data} after={post} />
    </div>
  )
}

interface Said {
  title: string
  content: string
}

function Compared({ before, after }: { before: Said; after: Said }) {
  const title = useMemo(() => compareWords(before.title, after.title), [before, after])
  const text = useMemo(
    () => compareWords(wordsOf(before.content), wordsOf(after.content)),
    [before.content, after.content],
  )
  const isSame = [...title, ...text].every(({ kind }) => kind === 'same')
  return (
    <article class="rounded-lg border border-line bg-surface p-4">
      {isSame && <p class="mb-3 text-12 text-fg-3">The two say the same words.</p>}
      <h3 class="mb-3 text-16 font-semibold">
        <Stretches of={title} />
      </h3>
      <div class="leading-relaxed whitespace-pre-wrap text-fg-2">
        <Stretches of={text} />
      </div>
    </article>
  )
}

function Stretches({ of }: { of: ReturnType<typeof compareWords> }) {
  return (
    <>
      {of.map(({ kind, text }, index) => {
        const key = `${index}-${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          <Tag key={key} class={looks[kind]}>
            {text}
          </Tag>
        )
      })}
    </>
  )
}
