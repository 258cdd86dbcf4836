import { PenLine, Plus, SearchX } from 'lucide-preact'
import { type PostSummary, postsApi } from '#workers/cms/posts.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { FindMenu } from '../../ui/find-menu.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { findWebsites } from '../sites/find-websites.ts'
import { PostStatusBadge, postStatusChoices } from './post-status.tsx'

const columns: Column<PostSummary>[] = [
  { id: 'title', head: 'Post', cell: ({ title }) => <b class="font-medium">{title || 'Untitled'}</b> },
  { id: 'status', head: 'State', width: '124px', cell: ({ status }) => <PostStatusBadge status={status} /> },
  {
    id: 'website',
    head: 'Website',
    width: '20%',
    cell: ({ websiteName }) => <span class="text-fg-2">{websiteName}</span>,
  },
  {
    id: 'author',
    head: 'Author',
    width: '15%',
    isHiddenOnPhone: true,
    cell: ({ author }) => <span class="text-fg-2">{author}</span>,
  },
  {
    id: 'published',
    head: 'Published',
    width: '124px',
    isRight: true,
    isHiddenOnPhone: true,
    cell: ({ publishedAt }) => <span class="text-fg-3">{publishedAt && <Ago at={publishedAt} />}</span>,
  },
  {
    id: 'updated',
    head: 'Changed',
    width: '124px',
    isRight: true,
    cell: ({ updatedAt }) => <Ago at={updatedAt} class="text-fg-3" />,
  },
]

export const prefetch = () => load(postsApi.list, { query: {} })

const noFilters = { search: undefined, status: undefined, websiteId: undefined }

export function Screen() {
  usePage('Posts')
  const canWrite = useMay()('content:write')
  const [query, setQuery] = useQuery()
  const { search, websiteId } = query
  const status = postStatusChoices.find(({ value }) => value === query.status)?.value
  const filters = { ...(search && { search }), ...(websiteId && { websiteId }), ...(status && { status }) }
  const pages = usePages(postsApi.list, { query: filters })
  const newHref = websiteId ? `/posts/new?websiteId=${websiteId}` : '/posts/new'
  const newPost = canWrite && (
    <LinkButton href={newHref} look="primary" icon={<Plus />}>
      New post
    </LinkButton>
  )

  return (
    <>
      <PageHead title="Posts" action={newPost}>
        <SearchField
          label="Search posts"
          placeholder="Search posts"
          value={search ?? ''}
          onChange={(next) => setQuery({ search: next })}
        />
        <FilterMenu
          label="State"
          anyLabel="Any state"
          value={status}
          options={postStatusChoices}
          onChange={(next) => setQuery({ status: next })}
        />
        <WebsiteFilter value={websiteId} onChange={(next) => setQuery({ websiteId: next })} />
      </PageHead>
      <Grid
        label="Posts"
        columns={columns}
        rows={pages.items}
        problem={pages.problem}
        onRetry={pages.reload}
        nameOf={({ title }) => title}
        hrefOf={({ id }) => `/posts/${id}`}
        more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
        empty={
          Object.keys(filters).length > 0 ? (
            <NoMatches onClear={() => setQuery(noFilters)} />
          ) : (
            <Empty icon={<PenLine />} title="Write the first post" action={newPost}>
              Posts appear in a website’s blog with its next publication.
            </Empty>
          )
        }
      />
    </>
  )
}

function NoMatches({ onClear }: { onClear: () => void }) {
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

interface WebsiteFilterProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function WebsiteFilter({ value, onChange }: WebsiteFilterProps) {
  const website = useResource(websitesApi.get, value ? { params: { id: value } } : null)
  return (
    <FindMenu
      label="Website"
      anyLabel="All websites"
      placeholder="Find a website"
      value={value}
      valueLabel={website.data?.name}
      find={findWebsites}
      onChange={onChange}
    />
  )
}
