import { type PageSummary, pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { pathOfCopy } from './page-path.ts'

/** Adds a copy of a page beside it; published pages are copied as drafts like any new page. */
export async function duplicatePage(
  websiteId: string,
  page: PageSummary,
  pages: readonly PageSummary[],
): Promise<void> {
  const path = pathOfCopy(page.path, new Set(pages.map((each) => each.path)))
  const body = { title: `${page.title} (copy)`, path, sourcePageId: page.id }
  try {
    await call(pagesApi.create, { params: { id: websiteId }, body })
    invalidate('/websites')
    toast(`Copied to ${path}`)
  } catch (thrown) {
    toastProblem(thrown, 'The page was not copied')
  }
}

/** Removes a page, with a way back. */
export async function removePage({ id, title }: PageSummary): Promise<void> {
  try {
    await call(pagesApi.remove, { params: { id } })
    invalidate('/websites')
    toast({ title: `${title} removed`, action: { label: 'Undo', run: () => restorePage(id, title) } })
  } catch (thrown) {
    toastProblem(thrown, 'The page was not removed')
  }
}

async function restorePage(id: string, title: string): Promise<void> {
  try {
    await call(pagesApi.restore, { params: { id } })
    invalidate('/websites')
    toast(`${title} restored`)
  } catch (thrown) {
    toastProblem(thrown, 'The page could not be restored')
  }
}
