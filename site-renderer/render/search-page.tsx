import type { Piece } from '#workers/sites/search-query.contract.ts'
import { SEARCH_PATH } from '#workers/sites/site-paths.contract.ts'
import { safeHref } from '../blocks/safe-href.ts'
import { SearchForm } from '../blocks/search/search-form.tsx'
import { fill, type Words, wordsFor } from '../words/words.ts'
import type { PreparedSite } from './prepared-site.ts'
import type { RenderOptions } from './render-route.tsx'
import { renderShell } from './shell.tsx'

export const FOUND_PER_PAGE = 10

export interface Found {
  path: string
  title: string
  kind: 'page' | 'post'
  /** Where the words stand. */
  pieces: Piece[]
}

interface SearchResult {
  words: string
  /** One-based. */
  page: number
  /** Nothing until something is looked for. */
  found?:
    | { total: number; items: Found[]; insteadOf?: { typed: string; used: string } | undefined }
    | undefined
}

/** What was found, in the site's own look; works without a script. */
export function renderSearch(result: SearchResult, site: PreparedSite, options: RenderOptions): string {
  const { locale, prefix = '', name } = site.site
  const words = wordsFor(locale)
  const main = (
    <section class="block" data-padding="large">
      <div class="inner">
        <div class="search-page">
          <h1 class="display">{words.search}</h1>
          <SearchForm action={prefix + SEARCH_PATH} words={words} value={result.words} />
          {result.found && <Finds found={result.found} words={words} />}
          {result.found && (
            <Pages page={result.page} found={result.found} words={words} typed={result.words} />
          )}
        </div>
      </div>
    </section>
  )
  const title = result.words ? `${result.words} – ${words.search}` : words.search
  const head = { title: `${title} – ${name}`, description: '', isIndexed: false }
  return renderShell({ head, pieces: ['search', 'search-page', 'pager'], main }, site, options)
}

interface FindsProps {
  found: NonNullable<SearchResult['found']>
  words: Words
}

function Finds({ found: { total, items, insteadOf }, words }: FindsProps) {
  if (total === 0) {
    return (
      <div role="status">
        <p class="lead">{words.nothingFound}</p>
        <p class="empty">{words.nothingFoundText}</p>
      </div>
    )
  }
  return (
    <>
      <p class="meta" role="status">
        {insteadOf && `${fill(words.insteadOf, insteadOf)} `}
        {total === 1 ? words.oneResult : fill(words.results, { count: total })}
      </p>
      <ol class="finds">
        {items.map(({ path, title, pieces }) => (
          <li key={path}>
            <h2 class="subtitle">
              <a href={safeHref(path)}>{title}</a>
            </h2>
            <p>
              {pieces.map(({ text, isHit }, index) =>
                isHit ? <mark key={`hit-${index}`}>{text}</mark> : text,
              )}
            </p>
            <p class="meta">{path}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Pages({ page, found, words, typed }: FindsProps & { page: number; typed: string }) {
  const pages = Math.ceil(found.total / FOUND_PER_PAGE)
  if (pages < 2) return null
  const href = (target: number) => `?q=${encodeURIComponent(typed)}${target > 1 ? `&page=${target}` : ''}`
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 && (
        <a rel="prev" href={href(page - 1)}>
          {words.previous}
        </a>
      )}
      <span>{fill(words.pageOf, { page, pages })}</span>
      {page < pages && (
        <a rel="next" href={href(page + 1)}>
          {words.next}
        </a>
      )}
    </nav>
  )
}
