import { SearchX } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { usePage } from '../../shell/page.ts'
import { SearchField } from '../../ui/filters.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { grouped, type OpenApi, type Operation, operationsOf, searched } from './openapi.ts'
import { OperationCard } from './operation-card.tsx'
import { Prose } from './prose.tsx'
import { TokenField } from './token-field.tsx'
import { useOpenApi } from './use-openapi.ts'

export function Screen() {
  usePage('API reference')
  const { document, problem, reload } = useOpenApi()
  if (document) return <Reference document={document} />
  return (
    <div class="page">
      <h1 class="mb-4 text-20 font-semibold">API reference</h1>
      {problem ? <Failed problem={problem} onRetry={reload} /> : <SkeletonLines lines={9} />}
    </div>
  )
}

function Reference({ document }: { document: OpenApi }) {
  const [search, setSearch] = useState('')
  const [token, setToken] = useState('')
  const operations = useMemo(() => operationsOf(document), [document])
  const shown = searched(operations, search)
  const tags = grouped(shown)

  return (
    <div class="page grid items-start gap-8 lg:grid-cols-[200px_minmax(0,1fr)]">
      <nav aria-label="Groups of the API" class="sticky top-5 max-lg:hidden">
        <ul class="grid gap-px">
          {tags.map(([tag, members]) => (
            <li key={tag}>
              <a class="nav-link h-7! text-fg-2" href={`#${tag}`}>
                <span class="flex-1 truncate">{tag}</span>
                <span class="num text-11 text-fg-3">{members.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="min-w-0">
        <h1 class="text-20 font-semibold">{document.info.title}</h1>
        {document.info.description && (
          <p class="mt-1 max-w-[70ch] whitespace-pre-line text-fg-2">
            <Prose text={document.info.description} />
          </p>
        )}
        <div class="mt-4 flex flex-wrap items-end gap-3">
          <SearchField
            label="Search the API"
            placeholder="Search the API"
            value={search}
            onChange={setSearch}
          />
          <TokenField value={token} onChange={setToken} />
        </div>
        {shown.length === 0 && (
          <Empty icon={<SearchX />} title="Nothing found">
            Try a word of the path, such as contacts.
          </Empty>
        )}
        {tags.map(([tag, members]) => (
          <Group key={tag} tag={tag} operations={members} document={document} token={token} />
        ))}
      </div>
    </div>
  )
}

interface GroupProps {
  tag: string
  operations: readonly Operation[]
  document: OpenApi
  token: string
}

function Group({ tag, operations, document, token }: GroupProps) {
  return (
    <section id={tag} class="mt-8 scroll-mt-5" aria-labelledby={`${tag}-title`}>
      <h2 id={`${tag}-title`} class="mb-2.5 text-14 font-semibold">
        {tag}
      </h2>
      <div class="card divide-y divide-line-subtle overflow-hidden">
        {operations.map((operation) => (
          <OperationCard key={operation.id} operation={operation} document={document} token={token} />
        ))}
      </div>
    </section>
  )
}
