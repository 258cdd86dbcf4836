import type { PageDetail, PageSeo } from '#workers/sites/pages.contract.ts'
import type { SitePage } from './page-kinds.ts'

/** What the settings of a page say while they are being changed. */
export interface PageDraft {
  title: string
  path: string
  status: PageDetail['status']
  seoTitle: string
  seoDescription: string
  image: string
  canonical: string
  isHidden: boolean
}

type Settings = Pick<SitePage, 'title' | 'path' | 'status' | 'seo'>

export const pageDraftOf = ({ title, path, status, seo }: Settings): PageDraft => ({
  ...{ title, path, status },
  ...{ seoTitle: seo.title ?? '', seoDescription: seo.description ?? '', image: seo.image ?? '' },
  canonical: seo.canonical ?? '',
  isHidden: seo.noindex ?? false,
})

/** Fields left empty are left out, so that the page's own title and picture count. */
export function settingsOf(draft: PageDraft): Settings {
  const { title, path, status, seoTitle, seoDescription, image, canonical, isHidden } = draft
  const seo: PageSeo = {
    ...(seoTitle.trim() && { title: seoTitle.trim() }),
    ...(seoDescription.trim() && { description: seoDescription.trim() }),
    ...(image.trim() && { image: image.trim() }),
    ...(canonical.trim() && { canonical: canonical.trim() }),
    ...(isHidden && { noindex: true }),
  }
  return { title: title.trim(), path: path.trim(), status, seo }
}

/** Whether two say the same; the page's version also rises with its blocks, so it cannot tell. */
export const saysTheSame = (a: PageDraft, b: PageDraft): boolean =>
  // safe: both have the fields of a draft and no others
  (Object.keys(a) as (keyof PageDraft)[]).every((name) => a[name] === b[name])
