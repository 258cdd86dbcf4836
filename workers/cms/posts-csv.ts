import type { Context as HonoContext } from 'hono'
import type { RequestContext } from '#edge/context.contract.ts'
import type { Context } from '../core/context.ts'
import { csvFile, toLine } from '../core/csv.ts'
import { readQuery } from '../core/input.ts'
import { admitted, type Deps } from '../deps.ts'
import { listPosts } from './post-lists.ts'
import { PostFilters, type PostSummary, postsApi } from './posts.contract.ts'

const ROWS_PER_READ = 500
const header = [
  ...['Title', 'State', 'Website', 'Address', 'Language', 'Author', 'Categories', 'Tags'],
  ...['Excerpt', 'Published', 'Changed'],
]

/** Posts as CSV (RFC 4180), streamed page by page, with the same filters as the list. */
export async function exportPosts(deps: Deps, http: HonoContext, request: RequestContext): Promise<Response> {
  const filters = readQuery(PostFilters, http)
  const ctx = admitted(deps, request, postsApi.list.needs, filters.clientId)
  return csvFile('posts.csv', readRows(ctx, filters))
}

async function* readRows(ctx: Context, filters: PostFilters): AsyncGenerator<string, void> {
  yield toLine(header)
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listPosts(ctx, {
      ...{ ...filters, sort: 'newest', limit: ROWS_PER_READ },
      ...(cursor === undefined ? {} : { cursor }),
    })
    yield items.map((post) => toLine(cellsOf(post))).join('')
    cursor = nextCursor ?? undefined
  } while (cursor)
}

const cellsOf = (post: PostSummary): string[] => [
  ...[post.title, post.status, post.websiteName, post.url, post.language, post.author],
  ...[post.categories.join(', '), post.tags.join(', '), post.excerpt],
  ...[post.publishedAt ?? '', post.updatedAt],
]
