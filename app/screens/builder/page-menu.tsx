import { ChevronDown } from 'lucide-preact'
import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import { usePages } from '../../data/pages.ts'
import { Menu } from '../../ui/menu.tsx'

/** The page's name, and the way to the other pages of its site. */
export function PageMenu({ page }: { page: PageDetail }) {
  const pages = usePages(pagesApi.list, { params: { id: page.websiteId }, query: { limit: 200 } })
  const items = (pages.items ?? []).map(({ id, title, path }) => ({
    ...{ id, label: `${title}  ${path}`, href: `/pages/${id}` },
  }))
  return (
    <Menu label={`${page.title}, and the other pages`} class="btn btn-ghost builder-title" items={items}>
      <b class="truncate">{page.title}</b>
      <ChevronDown aria-hidden="true" />
    </Menu>
  )
}
