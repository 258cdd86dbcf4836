import { newsletterApi } from '#workers/newsletter/newsletter.contract.ts'
import { call } from '../../api.ts'
import { counted } from '../../ui/numbers.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

export async function unsubscribe(ids: readonly string[], onChange: () => void): Promise<void> {
  try {
    await call(newsletterApi.unsubscribe, { body: { ids: [...ids] } })
    onChange()
    toast(`${counted(ids.length, 'subscriber')} taken off the list`)
  } catch (thrown) {
    toastProblem(thrown, 'That was not done')
  }
}

export async function erase(ids: readonly string[], onChange: () => void): Promise<void> {
  await call(newsletterApi.erase, { body: { ids: [...ids] } })
  onChange()
  toast(`${counted(ids.length, 'subscriber')} erased`)
}
