import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

/** Leads every host of a website to its last version again, and takes nothing along that was changed since. */
export async function redeploy(websiteId: string, name: string): Promise<void> {
  const params = { id: websiteId }
  try {
    const { snapshotId } = await call(websitesApi.get, { params })
    if (!snapshotId) throw new Problem('conflict', 'It has not been published yet.', 409)
    await call(websitesApi.rollBack, { params, body: { snapshotId } })
    toast(`${name} is redeployed`)
  } catch (thrown) {
    toastProblem(thrown, 'The website was not redeployed')
  }
}
