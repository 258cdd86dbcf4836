import { GitBranch, LayoutTemplate } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type TemplateCard, templatesApi } from '#workers/sites/templates.contract.ts'
import { useQuery } from '../../data/query.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import { type Tab, Tabs } from '../../ui/tabs.tsx'
import { Marketplace } from '../market/marketplace.tsx'
import { Submissions } from '../market/submissions.tsx'
import { findTemplates, TemplateCategories } from '../tenancy/template-filter.tsx'
import { TemplateTile } from './template-tile.tsx'

const loadPreview = async () => (await import('../tenancy/template-preview.tsx')).TemplatePreview

const loadFetch = async () => (await import('./fetch-template.tsx')).FetchTemplate

export const prefetch = () => load(templatesApi.list, {})

/** What new websites can begin with: the agency's own, what comes with the product, and what others share. */
export function Screen() {
  usePage('Templates')
  const [query, setQuery] = useQuery()
  const [isFetching, setFetching] = useState(false)
  const tabs: Tab[] = [
    { id: 'gallery', label: 'Yours', panel: () => <Gallery /> },
    { id: 'marketplace', label: 'Marketplace', panel: () => <Marketplace /> },
    { id: 'submissions', label: 'Handed in', panel: () => <Submissions /> },
  ]
  return (
    <>
      <PageHead
        title="Templates"
        action={
          <Button icon={<GitBranch />} onClick={() => setFetching(true)}>
            From git
          </Button>
        }
      />
      <div class="page">
        <Tabs
          label="Templates"
          tabs={tabs}
          current={query.tab ?? 'gallery'}
          onChange={(tab) => setQuery({ tab: tab === 'gallery' ? undefined : tab })}
          class="mb-4"
        />
      </div>
      {isFetching && (
        <OnDemand
          load={loadFetch}
          props={{ onClose: () => setFetching(false) }}
          onFail={() => setFetching(false)}
        />
      )}
    </>
  )
}

function Gallery() {
  const { data, problem, reload } = useResource(templatesApi.list, {})
  const [search, setSearch] = useState('')
  const [category, setCategory] = useState<TemplateCard['category'] | undefined>()
  const [previewed, setPreviewed] = useState<string | undefined>()
  const all = data?.items ?? []
  const found = findTemplates(all, { search, category })
  const [own, shipped] = [found.filter(({ isOwn }) => isOwn), found.filter(({ isOwn }) => !isOwn)]
  if (problem && !data) return <Failed problem={problem} onRetry={reload} />
  return (
    <div class="grid gap-8">
      <div class="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search templates"
          placeholder="Dentist, shop, dark…"
          value={search}
          onChange={setSearch}
        />
        <TemplateCategories templates={all} value={category} onChange={setCategory} />
      </div>
      <section>
        <h2 class="mb-3 text-14 font-semibold">Your own</h2>
        <Tiles templates={own} isHere={data !== undefined} onPreview={setPreviewed}>
          <NoneOfYourOwn isFiltered={all.some(({ isOwn }) => isOwn)} />
        </Tiles>
      </section>
      <section>
        <h2 class="mb-3 text-14 font-semibold">With every agency</h2>
        <Tiles templates={shipped} isHere={data !== undefined} onPreview={setPreviewed}>
          <p class="text-fg-2">None of these fits. Try another word or category.</p>
        </Tiles>
      </section>
      {previewed && (
        <OnDemand
          load={loadPreview}
          props={{ template: previewed, name: '', onClose: () => setPreviewed(undefined) }}
          onFail={() => setPreviewed(undefined)}
        />
      )}
    </div>
  )
}

interface TilesProps {
  templates: readonly TemplateCard[]
  isHere: boolean
  onPreview: (id: string) => void
  /** What is said where there are none. */
  children: preact.ComponentChildren
}

function Tiles({ templates, isHere, onPreview, children }: TilesProps) {
  if (isHere && templates.length === 0) return <>{children}</>
  return (
    <ul class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {!isHere && [0, 1, 2, 3].map((at) => <Skeleton key={at} height={252} class="rounded-lg!" />)}
      {templates.map((template) => (
        <li key={template.id}>
          <TemplateTile
            template={template}
            {...(template.isOwn && { href: `/templates/${template.id}` })}
            action={
              <Button
                size="sm"
                onClick={() => onPreview(template.id)}
                aria-label={`Preview ${template.name}`}
              >
                Preview
              </Button>
            }
          />
        </li>
      ))}
    </ul>
  )
}

function NoneOfYourOwn({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <p class="text-fg-2">None of yours fits. Try another word or category.</p>
  return (
    <div class="card">
      <Empty
        icon={<LayoutTemplate />}
        title="Build it once, begin with it every time"
        action={<LinkButton href="/websites">Go to your websites</LinkButton>}
      >
        Open a website you are proud of and choose “Save as template”. New clients can begin with it from then
        on.
      </Empty>
    </div>
  )
}
