import type { TermLink } from '#workers/sites/snapshot.contract.ts'
import type { PageView, SiteView } from '../blocks/block.ts'
import { safeHref } from '../blocks/safe-href.ts'
import type { PreparedPost } from './prepared-route.ts'

/** A post and what is around it when it is drawn. */
export interface PostProps {
  post: PreparedPost
  site: SiteView
  page: PageView
  origin: string
}

export function Terms({ terms, label }: { terms: TermLink[]; label: string }) {
  if (terms.length === 0) return null
  return (
    <ul class="terms" aria-label={label}>
      {terms.map((term) => (
        <li key={term.path}>
          <a href={safeHref(term.path)}>{term.label}</a>
        </li>
      ))}
    </ul>
  )
}
