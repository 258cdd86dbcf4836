import type { Stack } from '../stack.ts'
import type { DemoComment, DemoLife } from './content.ts'
import { callApi, send } from './http.ts'

export interface DemoSite {
  stack: Stack
  /** Of the agency's owner. */
  token: string
  websiteId: string
  host: string
}

/** What has to be there before the website is published. */
export async function plantContent(site: DemoSite, life: DemoLife): Promise<void> {
  const call = callerOf(site)
  const path = `/websites/${site.websiteId}`
  if (life.collection) {
    const { input, entries } = life.collection
    await call('POST', `${path}/collections`, input)
    for (const data of entries)
      await call('POST', `${path}/collections/${input.key}/entries`, { data, status: 'published' })
  }
  for (const redirect of life.redirects ?? []) await call('POST', `${path}/redirects`, redirect)
  if (life.language) {
    const { items } = await call<{ items: { id: string; code: string }[] }>('POST', `${path}/languages`, {
      code: life.language,
    })
    const added = items.find(({ code }) => code === life.language)
    await call('POST', `/site-languages/${added?.id}/drafts`, {})
  }
}

/** What comes once it can be seen. */
export async function plantAnswers(site: DemoSite, life: DemoLife): Promise<void> {
  if (life.comments) await plantComments(site, life.comments)
  if (!life.note) return
  const call = callerOf(site)
  const { items } = await call<{ items: { id: string; path: string }[] }>(
    'GET',
    `/websites/${site.websiteId}/pages`,
  )
  const home = items.find(({ path }) => path === '/')
  if (home) await call('POST', `/pages/${home.id}/threads`, { body: life.note })
}

async function plantComments(site: DemoSite, comments: readonly DemoComment[]): Promise<void> {
  const call = callerOf(site)
  const { items: posts } = await call<{ items: { title: string; slug: string }[] }>(
    'GET',
    `/cms/posts?websiteId=${site.websiteId}&limit=100`,
  )
  for (const { post: title, ...values } of comments) {
    const post = posts.find((each) => each.title === title)
    if (post) await sendComment(site, { ...values, path: `/blog/${post.slug}` })
  }
  const { items } = await call<{ items: { id: string }[] }>('GET', '/cms/comments?status=pending')
  // The newest stands first, and waits.
  const ids = items.slice(1).map(({ id }) => id)
  if (ids.length > 0) await call('POST', '/cms/comment-moderations', { ids, status: 'approved' })
}

/** Sends a comment as a reader's browser would. */
async function sendComment({ stack, host }: DemoSite, values: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(values).toString()
  const answer = await send(Number(new URL(stack.origin).port), {
    method: 'POST',
    host,
    path: '/_dde/comments',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  })
  if (answer.status !== 303) throw new Error(`A comment on ${host} was answered ${answer.status}.`)
}

const callerOf =
  ({ stack, token }: DemoSite) =>
  <T>(method: string, path: string, body?: unknown) =>
    callApi<T>(stack.origin, token, method, path, body)
