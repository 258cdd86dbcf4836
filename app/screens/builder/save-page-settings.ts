import { pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { pathProblemAtField } from '../sites/path-problem.ts'
import { type PageDraft, pageDraftOf, saysTheSame, settingsOf } from './page-draft.ts'
import type { SitePage } from './page-kinds.ts'

/** Blocks are saved all the while, so between reading a page and writing it another version may come. */
const ATTEMPTS = 4

export type SettingsAnswer = { saved: SitePage } | { theirs: SitePage }

/** Saves unless someone else has changed the same settings since `shown` was read; changes to blocks do not count. */
export async function savePageSettings(
  id: string,
  shown: PageDraft,
  draft: PageDraft,
  attempt = 1,
): Promise<SettingsAnswer> {
  const params = { id }
  // safe: what has an address keeps one
  const newest = (await call(pagesApi.get, { params })) as SitePage
  if (!saysTheSame(pageDraftOf(newest), shown)) return { theirs: newest }
  try {
    const body = { ...settingsOf(draft), version: newest.version }
    // safe: as above
    return { saved: (await call(pagesApi.update, { params, body })) as SitePage }
  } catch (thrown) {
    const problem = Problem.of(thrown)
    if (problem.code !== 'conflict' || attempt === ATTEMPTS) throw problem
    if (await isStill(id, newest.version)) throw pathProblemAtField(problem)
    return savePageSettings(id, shown, draft, attempt + 1)
  }
}

/** Whether it is something else than the version that stands in the way. */
async function isStill(id: string, version: number): Promise<boolean> {
  return (await call(pagesApi.get, { params: { id } })).version === version
}
