import { Languages } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type TranslatedItem, translationsApi } from '#workers/sites/translations.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useQuery } from '../../data/query.ts'
import { invalidate } from '../../data/resources.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { Empty } from '../../ui/states.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import type { FurtherLanguage } from './language-rows.tsx'
import { stateChoices, TranslationStateBadge } from './translation-state.tsx'

interface TranslatedItemsProps {
  website: Website
  language: FurtherLanguage
  kind: 'page' | 'post'
  onChanged: () => Promise<void>
}

/** Where a translation is worked on: beside its original. */
export const translationHref = (kind: 'page' | 'post', id: string) =>
  kind === 'page' ? `/pages/${id}/translation` : `/posts/${id}`

/** The pages or posts of a website, and how far each is translated. */
export function TranslatedItems({ website, language, kind, onChanged }: TranslatedItemsProps) {
  const may = useMay()
  const [query, setQuery] = useQuery()
  const [search, setSearch] = useState('')
  const state = stateChoices.find(({ value }) => value === query.state)?.value
  const list = usePages(translationsApi.list, {
    params: { id: language.id },
    query: { kind, ...(state && { state }), ...(search && { search }) },
  })
  const canEdit = may(kind === 'page' ? 'sites:write' : 'content:write')
  const columns: Column<TranslatedItem>[] = [
    {
      id: 'title',
      head: 'Original',
      cell: ({ title, path }) => (
        <>
          <b class="block truncate font-medium">{title}</b>
          <span class="code block truncate text-12 text-fg-3">{path}</span>
        </>
      ),
    },
    {
      id: 'translated',
      head: language.name,
      isHiddenOnPhone: true,
      cell: ({ translatedTitle }) => <span class="text-fg-2">{translatedTitle || '–'}</span>,
    },
    {
      id: 'state',
      head: 'State',
      width: '124px',
      cell: ({ state: each }) => <TranslationStateBadge state={each} />,
    },
    {
      id: 'action',
      head: <span class="sr">Action</span>,
      width: '128px',
      isRight: true,
      cell: (row) => canEdit && <Begin row={row} language={language} onChanged={onChanged} />,
    },
  ]
  const isFiltered = state !== undefined || search !== ''

  return (
    <>
      <div class="mb-3 flex flex-wrap gap-2">
        <SearchField
          label={`Search ${kind}s`}
          placeholder={`Search ${kind}s`}
          value={search}
          onChange={(next) => setSearch(next ?? '')}
        />
        <FilterMenu
          label="State"
          anyLabel="Any state"
          value={state}
          options={stateChoices}
          onChange={(next) => setQuery({ state: next })}
        />
      </div>
      <div class="card overflow-hidden">
        <Grid
          label={`${kind === 'page' ? 'Pages' : 'Posts'} and their translations`}
          columns={columns}
          rows={list.items}
          problem={list.problem}
          onRetry={list.reload}
          nameOf={({ title }) => title}
          more={{ hasMore: list.hasMore, isLoading: list.isLoadingMore, load: list.loadMore }}
          empty={
            <Empty icon={<Languages />} title={isFiltered ? 'Nothing matches' : `No ${kind}s yet`}>
              {isFiltered
                ? 'Choose another state, or search for something else.'
                : `What ${website.name} has in its own language is listed here.`}
            </Empty>
          }
        />
      </div>
    </>
  )
}

interface BeginProps {
  row: TranslatedItem
  language: FurtherLanguage
  onChanged: () => Promise<void>
}

function Begin({ row, language, onChanged }: BeginProps) {
  const { route } = useLocation()
  const [isBusy, setBusy] = useState(false)
  const { kind, id: originalId, translationId, title } = row
  if (translationId) {
    return (
      <LinkButton size="sm" href={translationHref(kind, translationId)} aria-label={`Open ${title}`}>
        Open
      </LinkButton>
    )
  }
  const begin = async () => {
    setBusy(true)
    try {
      const input = { params: { id: originalId }, body: { language: language.code } }
      const { id } = await (kind === 'page'
        ? call(translationsApi.translatePage, input)
        : call(translationsApi.translatePost, input))
      invalidate('/site-languages', '/pages', '/cms/posts', '/websites')
      void onChanged()
      route(translationHref(kind, id))
    } catch (thrown) {
      toastProblem(thrown, 'Not begun')
      setBusy(false)
    }
  }
  return (
    <Button size="sm" isBusy={isBusy} onClick={begin} aria-label={`Translate ${title}`}>
      Translate
    </Button>
  )
}
