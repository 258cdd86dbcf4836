import { languagesApi } from '#workers/sites/languages.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { toast } from '../../ui/toasts.tsx'
import type { FurtherLanguage } from './language-rows.tsx'

interface RemoveLanguageProps {
  language: FurtherLanguage
  onClose: () => void
  onRemoved: () => Promise<void>
}

const several = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

export function RemoveLanguage({ language, onClose, onRemoved }: RemoveLanguageProps) {
  const { id, name, prefix, pages, posts, texts } = language
  const remove = async () => {
    await call(languagesApi.remove, { params: { id } })
    invalidate('/pages', '/cms/posts')
    await onRemoved()
    toast(`${name} removed`)
  }
  const written = pages.draft + pages.published + posts.draft + posts.published
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      confirmLabel="Remove language"
      {...(written > 0 && { typeToConfirm: name })}
      onConfirm={remove}
      onClose={onClose}
    >
      {several(pages.draft + pages.published, 'page')}, {several(posts.draft + posts.published, 'post')} and{' '}
      {several(texts.translated, 'translated text')} go with it. Addresses below{' '}
      <span class="code">{prefix}</span> are not found any more from the next publish on.
    </ConfirmDialog>
  )
}
