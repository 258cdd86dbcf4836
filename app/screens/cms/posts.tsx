import { Download, PenLine, Plus, SearchX, Trash2 } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type PostSort, type PostSummary, postsApi } from '#workers/cms/posts.contract.ts'
import { API_BASE } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { PostBulkBar } from './post-bulk-bar.tsx'
import { type AskedFilters, filtersOf, noFilters, PostFilterBar } from './post-filters.tsx'
import { PostStatusBadge } from './post-status.tsx'

const columns: Column<PostSummary>[] = [
  {
    id: 'title',
    head: 'Post',
    sort: 'title',
    cell: ({ title, language }) => (
      <>
        <b class="font-medium">{title || 'Untitled'}</b>
        {language && <span class="ml-2 text-12 text-fg-3 uppercase">{language}</span>}
      </>
    ),
  },
  { id: 'status', head: 'State', width: '116px', cell: ({ status }) => <PostStatusBadge status={status} /> },
  {
    id: 'website',
    head: 'Website',
    width: '17%',
    isHiddenOnPhone: true,
    cell: ({ websiteName }) => <span class="text-fg-2">{websiteName}</span>,
  },
  {
    id: 'author',
    head: 'Author',
    width: '13%',
    isHiddenOnPhone: true,
    cell: ({ author }) => <span class="text-fg-2">{author}</span>,
  },
  {
    id: 'published',
    head: 'Published',
    width: '118px',
    isRight: true,
    isHiddenOnPhone: true,
    sort: 'published',
    cell: ({ publishedAt }) => <span class="text-fg-3">{publishedAt && <Ago at={publishedAt} />}</span>,
  },
  {
    id: 'updated',
    head: 'Changed',
    width: '118px',
    isRight: true,
    sort: 'changed',
    cell: ({ updatedAt }) => <Ago at={updatedAt} class="text-fg-3" />,
  },
]

export const prefetch = () => load(postsApi.list, { query: {} })

const sorts: readonly PostSort[] = ['newest', 'published', 'changed', 'title']

export function Screen() {
  usePage('Posts')
  const canWrite = useMay()('content:write')
  const [query, setQuery] = useQuery()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const filters = filtersOf(query)
  const sort = sorts.find((each) => each === query.sort)
  const pages = usePages(postsApi.list, { query: { ...filters, ...(sort && { sort }) } })
  const isTrash = filters.isRemoved === 'true'
  const newHref = filters.websiteId ? `/posts/new?websiteId=${filters.websiteId}` : '/posts/new'
  const newPost = canWrite && (
    <LinkButton href={newHref} look="primary" icon={<Plus />}>
      New post
    </LinkButton>
  )
  const change = (next: Record<string, string | undefined>) => {
    setSelected(new Set())
    setQuery(next)
  }
  return (
    <>
      <PageHead title={isTrash ? 'Trash' : 'Posts'} action={newPost}>
        <SearchField
          label="Search posts"
          placeholder="Search posts"
          value={filters.search ?? ''}
          onChange={(next) => change({ search: next })}
        />
        <LinkButton
          href={`${API_BASE}/cms/posts.csv?${asText(filters)}`}
          download
          icon={<Download />}
          aria-label="Export as CSV"
        />
        <Button
          icon={<Trash2 />}
          aria-label={isTrash ? 'Leave the trash' : 'Show the trash'}
          aria-pressed={isTrash}
          onClick={() => change({ ...noFilters, isRemoved: isTrash ? undefined : 'true' })}
        />
      </PageHead>
      <PostFilterBar filters={filters} onChange={change} />
      <Grid
        label="Posts"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ title }) => title}
        {...(!isTrash && { hrefOf: ({ id }: PostSummary) => `/posts/${id}` })}
        {...(canWrite && { selection: { ids: selected, onChange: setSelected } })}
        sort={{ current: sort ?? 'newest', onChange: (next) => change({ sort: next }) }}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={<NoPosts filters={filters} newPost={newPost} onClear={() => change(noFilters)} />}
      />
      <PostBulkBar {...{ pages, selected, isTrash, onChange: setSelected }} />
    </>
  )
}

const asText = (filters: AskedFilters): string =>
  new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()

interface NoPostsProps {
  filters: AskedFilters
  newPost: ComponentChildren
  onClear: () => void
}

function NoPosts({ filters: { isRemoved, ...filters }, newPost, onClear }: NoPostsProps) {
  if (Object.keys(filters).length > 0) {
    return (
      <Empty
        icon={<SearchX />}
        title="No posts match"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Check the spelling, or clear the filters to see all posts.
      </Empty>
    )
  }
  if (isRemoved) {
    return (
      <Empty
        icon={<Trash2 />}
        title="The trash is empty"
        action={<Button onClick={onClear}>All posts</Button>}
      >
        Posts that are removed lie here and can be brought back.
      </Empty>
    )
  }
  return (
    <Empty icon={<PenLine />} title="Write the first post" action={newPost}>
      Posts appear in a website’s blog with its next publication.
    </Empty>
  )
}
