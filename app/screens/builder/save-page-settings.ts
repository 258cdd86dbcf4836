import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { pathProblemAtField } from '../sites/path-problem.ts'
import { type PageDraft, pageDraftOf, saysTheSame, settingsOf } from './page-draft.ts'

/** Blocks are saved all the while, so between reading a page and writing it another version may come. */
const ATTEMPTS = 4

export type SettingsAnswer = { saved: PageDetail } | { theirs: PageDetail }

/** Saves unless someone else has changed the same settings since `shown` was read; changes to blocks do not count. */
export async function savePageSettings(
  id: string,
  shown: PageDraft,
  draft: PageDraft,
  attempt = 1,
): Promise<SettingsAnswer> {
  const params = { id }
  const newest = await call(pagesApi.get, { params })
  if (!saysTheSame(pageDraftOf(newest), shown)) return { theirs: newest }
  try {
    const body = { ...settingsOf(draft), version: newest.version }
    return { saved: await call(pagesApi.update, { params, body }) }
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
