import { postsApi } from '#workers/cms/posts.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

interface Removed {
  id: string
  title: string
}

const settle = () => invalidate('/cms/posts', '/websites', '/overview')

/** Puts posts into the trash, with a way back; answers whether that was done. */
export async function removePosts(posts: readonly Removed[]): Promise<boolean> {
  const ids = posts.map(({ id }) => id)
  const [first] = posts
  const isOne = posts.length === 1
  try {
    await call(postsApi.removeMany, { body: { ids } })
    settle()
    toast({
      title: isOne ? 'Post moved to the trash' : `${posts.length} posts moved to the trash`,
      ...(isOne && first && { body: first.title }),
      action: { label: 'Undo', run: () => restorePosts(posts) },
    })
    return true
  } catch (thrown) {
    toastProblem(thrown, isOne ? 'The post was not removed' : 'The posts were not removed')
    return false
  }
}

/** Brings posts back from the trash; answers whether that was done. */
export async function restorePosts(posts: readonly Removed[]): Promise<boolean> {
  try {
    await call(postsApi.restoreMany, { body: { ids: posts.map(({ id }) => id) } })
    settle()
    toast(posts.length === 1 ? 'The post is back' : `${posts.length} posts are back`)
    return true
  } catch (thrown) {
    toastProblem(thrown, posts.length === 1 ? 'The post was not restored' : 'The posts were not restored')
    return false
  }
}
