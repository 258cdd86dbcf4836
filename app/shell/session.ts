import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../api.ts'
import { toastProblem } from '../ui/toasts.tsx'
import { forgetRecent } from './recent.ts'

/** Ends the session and starts over with a fresh page, so that nothing of it stays in memory. */
export async function logOut(): Promise<void> {
  try {
    await call(authApi.endSession)
    forgetRecent()
    location.assign('/login')
  } catch (thrown) {
    toastProblem(thrown, 'You are still logged in')
  }
}
