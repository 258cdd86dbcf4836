import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { postsApi } from '#workers/cms/posts.contract.ts'
import { type Translation, translationsApi } from '#workers/sites/translations.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { TranslationStateBadge } from './translation-state.tsx'

/** A post in the website's other languages. Nothing where there is one language. */
export function PostLanguages({ postId }: { postId: string }) {
  const canEdit = useMay()('content:write')
  const translations = useResource(translationsApi.ofPost, { params: { id: postId } })
  const [isComparing, setComparing] = useState(false)
  const items = translations.data?.items ?? []
  const current = items.find(({ id }) => id === postId)
  const original = items.find(({ isOriginal }) => isOriginal)
  if (items.length < 2 || !current) return null

  const check = async () => {
    try {
      const checked = await call(translationsApi.checkPost, { params: { id: postId } })
      translations.patch(() => checked)
      invalidate('/site-languages')
      toast('Taken as up to date')
    } catch (thrown) {
      toastProblem(thrown, 'Not saved')
    }
  }
  return (
    <Card title="Languages">
      <ul class="grid gap-2">
        {items.map((item) => (
          <li key={item.code} class="flex min-h-8 items-center gap-2">
            <span class="min-w-0 flex-1 truncate">
              {item.name}
              {item.id === postId && <span class="text-fg-3"> – this one</span>}
            </span>
            <TranslationStateBadge state={item.state} />
            {item.id !== postId && <Way item={item} postId={postId} canEdit={canEdit} />}
          </li>
        ))}
      </ul>
      {original?.id && original.id !== postId && (
        <div class="mt-3 flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setComparing(true)}>
            Show the original
          </Button>
          {canEdit && current.state === 'out_of_date' && (
            <Button size="sm" onClick={check}>
              It is up to date
            </Button>
          )}
        </div>
      )}
      {isComparing && original?.id && (
        <OriginalPost id={original.id} name={original.name} onClose={() => setComparing(false)} />
      )}
    </Card>
  )
}

interface WayProps {
  item: Translation
  postId: string
  canEdit: boolean
}

function Way({ item: { id, code, name }, postId, canEdit }: WayProps) {
  const { route } = useLocation()
  if (id) {
    return (
      <LinkButton size="sm" href={`/posts/${id}`} aria-label={`Open in ${name}`}>
        Open
      </LinkButton>
    )
  }
  if (!canEdit) return null
  const begin = async () => {
    try {
      const post = await call(translationsApi.translatePost, {
        params: { id: postId },
        body: { language: code },
      })
      invalidate('/site-languages', '/cms/posts')
      toast(`A draft in ${name}, as a copy of the original`)
      route(`/posts/${post.id}`)
    } catch (thrown) {
      toastProblem(thrown, 'Not begun')
    }
  }
  return (
    <Button size="sm" onClick={begin} aria-label={`Translate into ${name}`}>
      Translate
    </Button>
  )
}

function OriginalPost({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const post = useResource(postsApi.get, { params: { id } })
  return (
    <Dialog title={`The original in ${name}`} width={720} onClose={onClose}>
      {post.data ? (
        <>
          <h2 class="mb-2 text-16 font-semibold">{post.data.title}</h2>
          <p class="mb-4 text-fg-2">{post.data.excerpt}</p>
          <iframe
            class="h-[52dvh] w-full rounded-lg border border-line bg-white"
            title="Content of the original"
            sandbox=""
            srcdoc={`<style>body{font:15px/1.6 system-ui,sans-serif;color:#1a1a1a;margin:16px}img{max-width:100%;height:auto}</style>${post.data.content}`}
          />
        </>
      ) : post.problem ? (
        <Failed problem={post.problem} onRetry={post.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Dialog>
  )
}
