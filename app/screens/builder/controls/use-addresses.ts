import { findBlock } from '#sites/blocks/registry.ts'
import { pagesApi } from '#workers/sites/pages.contract.ts'
import { useResource } from '../../../data/resources.ts'
import type { KnownAddresses } from './addresses.ts'
import type { Around } from './control.ts'

const MOST_PAGES = 200

/** The site's pages, the places on this page, and how to reach the business. */
export function useAddresses({ editor, canvas }: Around): KnownAddresses & { path: string } {
  const params = { id: canvas.websiteId }
  const { data } = useResource(pagesApi.list, { params, query: { limit: MOST_PAGES } })
  const nodes = Object.values(editor.document.value.nodes)
  return {
    pages: data?.items ?? [],
    path: data?.items.find(({ id }) => id === editor.pageId)?.path ?? '',
    anchors: nodes.flatMap(({ type, style }) =>
      style?.anchor ? [{ name: style.anchor, label: findBlock(type)?.label ?? type }] : [],
    ),
    email: canvas.site.business.email,
    phone: canvas.site.business.phone,
  }
}
