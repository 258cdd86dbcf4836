import type { PagePatch } from '#workers/sites/page-patches.contract.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Editor } from '../builder/editor.ts'

/** Says when something of mine could not be kept because someone took away what it changed, and hands the text back. */
export function DroppedNotice({ editor }: { editor: Editor }) {
  const { dropped } = editor.saving
  if (!dropped.value) return null
  const { by, patches } = dropped.value
  const text = lastText(patches)
  const close = () => {
    dropped.value = undefined
  }
  return (
    <div class="p-3">
      <Notice tone="warning">
        <span class="flex flex-wrap items-center gap-3">
          <span class="min-w-0 flex-1">
            {by.length > 0 ? by.join(' and ') : 'Someone'} removed a block while you were changing it, so your
            last change to it was left out.
            {text && <q class="mt-1 block truncate text-fg-2">{text}</q>}
          </span>
          {text && <CopyButton text={text} label="Copy what you wrote" />}
          <Button size="sm" onClick={close}>
            All right
          </Button>
        </span>
      </Notice>
    </div>
  )
}

function lastText(patches: readonly PagePatch[]): string {
  const texts = patches.flatMap((patch) =>
    patch.op === 'set' && typeof patch.value === 'string' ? [patch.value] : [],
  )
  return (texts.at(-1) ?? '').replace(/<[^>]*>/g, ' ').trim()
}
