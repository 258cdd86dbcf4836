import { ArrowUpRight, Copy, EllipsisVertical, History, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { type Post, postsApi } from '#workers/cms/posts.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, prefetch as load, useResource } from '../../data/resources.ts'
import { useVersioned } from '../../data/versioned.ts'
import { usePage } from '../../shell/page.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ConflictNotice } from '../../ui/conflict-notice.tsx'
import { Menu } from '../../ui/menu.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { PostLanguages } from '../languages/post-languages.tsx'
import { PostMailing } from '../newsletter/post-mailing.tsx'
import { type PostDraft, postDraftOf, postOf } from './post-draft.ts'
import { PostEditor } from './post-editor.tsx'
import { removePosts } from './remove-posts.ts'

export const prefetch = ({ id = '' }: Record<string, string>) => load(postsApi.get, { params: { id } })

export function Screen() {
  const id = useRoute().params.id ?? ''
  const { data, problem, reload, patch } = useResource(postsApi.get, { params: { id } })
  usePage(data?.title)
  if (data) return <EditPost key={id} post={data} onSaved={(post) => patch(() => post)} />
  return (
    <div class="page">
      {problem ? <Failed problem={problem} onRetry={reload} /> : <SkeletonLines lines={9} />}
    </div>
  )
}

function EditPost({ post, onSaved }: { post: Post; onSaved: (post: Post) => void }) {
  const params = { id: post.id }
  const { theirs, save, settle } = useVersioned(post, () => call(postsApi.get, { params }))
  const [shown, setShown] = useState<{ post: Post; times: number }>({ post, times: 0 })
  const show = (next: Post) => setShown(({ times }) => ({ post: next, times: times + 1 }))

  const write = async (draft: PostDraft, isByItself: boolean) => {
    const saved = await save((version) =>
      call(postsApi.update, { params, body: { ...postOf(draft, shown.post), version } }),
    )
    if (!saved) return false
    onSaved(saved)
    settle()
    if (isByItself) return true
    // The API may have made the address; the words stay as they are, and the cursor in them.
    if (!draft.slug.trim()) show(saved)
    invalidate('/cms/posts', '/websites', '/overview')
    announce(saved)
    return true
  }

  return (
    <PostEditor
      key={shown.times}
      first={postDraftOf(shown.post)}
      keptAs={post.id}
      savesByItself
      websiteId={post.websiteId}
      post={post}
      onSave={write}
      notice={
        theirs && (
          <ConflictNotice
            noun="post"
            onUseTheirs={() => {
              show(theirs)
              settle()
            }}
          />
        )
      }
      beside={
        <>
          <PostLanguages postId={post.id} />
          <PostMailing postId={post.id} />
        </>
      }
      actions={(isDirty) => (
        <PostActions
          post={post}
          isDirty={isDirty}
          onRestored={(restored) => {
            onSaved(restored)
            show(restored)
          }}
        />
      )}
    />
  )
}

/** Says what a saved post still needs to be read. */
export function announce({ status, websiteId, websiteName }: Post): void {
  if (status === 'draft') {
    toast('Draft saved')
    return
  }
  toast({
    title: 'Post saved',
    body: `It appears with the next publication of ${websiteName}.`,
    action: { label: 'Publish…', run: () => location.assign(`/websites/${websiteId}`) },
  })
}

interface PostActionsProps {
  post: Post
  isDirty: boolean
  onRestored: (post: Post) => void
}

const loadHistory = () => import('./post-history.tsx').then(({ PostHistory }) => PostHistory)

function PostActions({ post, isDirty, onRestored }: PostActionsProps) {
  const may = useMay()
  const { route } = useLocation()
  const [isLookingBack, setLookingBack] = useState(false)
  const settle = () => invalidate('/cms/posts', '/websites')

  const duplicate = async () => {
    try {
      const copy = await call(postsApi.duplicate, { params: { id: post.id } })
      settle()
      toast('A draft that begins as a copy')
      route(`/posts/${copy.id}`)
    } catch (thrown) {
      toastProblem(thrown, 'The post was not copied')
    }
  }
  const remove = async () => {
    if (await removePosts([post])) route('/posts')
  }
  return (
    <>
      {post.status === 'published' && (
        <LinkButton href={post.url} target="_blank" icon={<ArrowUpRight />}>
          View
        </LinkButton>
      )}
      <Menu
        label="More actions"
        class="btn btn-default btn-icon"
        align="end"
        items={[
          { id: 'history', label: 'History', icon: <History />, onSelect: () => setLookingBack(true) },
          ...(may('content:write')
            ? ([
                { id: 'copy', label: 'Duplicate', icon: <Copy />, onSelect: duplicate },
                'separator',
                { id: 'remove', label: 'Move to trash', icon: <Trash2 />, tone: 'danger', onSelect: remove },
              ] as const)
            : []),
        ]}
      >
        <EllipsisVertical />
      </Menu>
      {isLookingBack && (
        <OnDemand
          load={loadHistory}
          props={{ post, isDirty, onRestored, onClose: () => setLookingBack(false) }}
          onFail={() => setLookingBack(false)}
        />
      )}
    </>
  )
}
