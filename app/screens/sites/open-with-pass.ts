import { accessApi } from '#workers/sites/access.contract.ts'
import { call } from '../../api.ts'
import { toastProblem } from '../../ui/toasts.tsx'

/** Opens a website past its gate in a window of its own, which must be there before anything is waited for. */
export async function openWithPass(websiteId: string, place: 'live' | 'staging'): Promise<void> {
  const window = open('about:blank', '_blank')
  try {
    const { url } = await call(accessApi.pass, { params: { id: websiteId }, body: { place } })
    if (window) {
      window.opener = null
      window.location.replace(url)
    }
  } catch (thrown) {
    window?.close()
    toastProblem(thrown, 'The website could not be opened')
  }
}
