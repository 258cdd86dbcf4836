import type { Paging } from '#workers/sites/snapshot.contract.ts'
import { fill, type Words } from '../words/words.ts'
import { safeHref } from './safe-href.ts'

export const pagePath = (basePath: string, page: number): string =>
  page === 1 ? basePath : `${basePath.replace(/\/$/, '')}/page/${page}`

/** The way through a list that is split into pages. */
export function Pager({ place: { page, pages, basePath }, words }: { place: Paging; words: Words }) {
  if (pages < 2) return null
  const href = (target: number) => safeHref(pagePath(basePath, target))
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 && (
        <a rel="prev" href={href(page - 1)}>
          <Arrow sign="←" /> {words.newer}
        </a>
      )}
      <ol>
        {nearby(page, pages).map((target, index) => (
          <li key={target || `gap-${index}`}>
            {target === 0 && <span aria-hidden="true">…</span>}
            {target === page && <span aria-current="page">{target}</span>}
            {target !== 0 && target !== page && (
              <a href={href(target)} aria-label={fill(words.page, { page: target })}>
                {target}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a rel="next" href={href(page + 1)}>
          {words.older} <Arrow sign="→" />
        </a>
      )}
    </nav>
  )
}

/** Points the way reading goes, also from right to left. */
const Arrow = ({ sign }: { sign: string }) => (
  <span class="arrow" aria-hidden="true">
    {sign}
  </span>
)

/** The pages worth a link: first, last and those around this one; 0 stands for a gap. */
function nearby(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((number, index) => (number - (numbers[index - 1] ?? 0) > 1 ? [0, number] : [number]))
}
