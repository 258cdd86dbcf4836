import { ChevronDown } from 'lucide-preact'
import type { Canvas } from '#workers/sites/canvas.contract.ts'
import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import { usePages } from '../../data/pages.ts'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { builderHref, kindNames } from './page-kinds.ts'

interface PageMenuProps {
  page: PageDetail
  canvas: Canvas
}

/** The page's name, and the way to everything else of its site that is built of blocks. */
export function PageMenu({ page, canvas: { websiteId, parts, sections } }: PageMenuProps) {
  const pages = usePages(pagesApi.list, { params: { id: websiteId }, query: { limit: 200 } })
  const items: MenuEntry[] = [
    { heading: 'Pages' },
    ...(pages.items ?? []).map(({ id, title, path }) => ({
      ...{ id, label: title, hint: path },
      href: builderHref(id),
    })),
    { heading: 'On every page' },
    ...(['header', 'footer'] as const).flatMap((kind) =>
      parts[kind] ? [{ id: kind, label: kindNames[kind], href: builderHref(parts[kind]) }] : [],
    ),
    ...(sections.length > 0 ? [{ heading: 'Saved sections' }] : []),
    ...sections.map(({ id, title, isShared }) => ({
      ...{ id, label: title, href: builderHref(id, websiteId) },
      ...(isShared && { hint: 'Agency' }),
    })),
  ]
  return (
    <Menu
      label={`${page.title}, and the other pages`}
      class="btn btn-ghost builder-title"
      width={280}
      items={items}
    >
      <b class="truncate">{page.title}</b>
      <ChevronDown aria-hidden="true" />
    </Menu>
  )
}
