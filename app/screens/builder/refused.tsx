import { pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import type { Editor } from './editor.ts'

/** Says when the server would not take a change, why, and how to go on. */
export function Refused({ editor }: { editor: Editor }) {
  const problem = editor.saving.problem.value
  if (!problem) return null
  const takeSaved = async () => {
    try {
      editor.reset(await call(pagesApi.get, { params: { id: editor.pageId } }))
    } catch (thrown) {
      toastProblem(thrown, 'The page could not be read')
    }
  }
  return (
    <div class="p-3">
      <Notice tone="danger">
        <span class="flex flex-wrap items-center gap-3">
          <span class="min-w-0 flex-1">Your last changes were not saved: {problem.message}</span>
          <Button size="sm" onClick={takeSaved}>
            Go back to what is saved
          </Button>
        </span>
      </Notice>
    </div>
  )
}
