import { type Language, languagesApi } from '#workers/sites/languages.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { toast } from '../../ui/toasts.tsx'

interface MakeDefaultProps {
  websiteId: string
  own: Language
  language: Language
  onClose: () => void
  onChanged: () => Promise<void>
}

export function MakeDefault({ websiteId, own, language, onClose, onChanged }: MakeDefaultProps) {
  const { code, name, prefix, pages, texts } = language
  const change = async () => {
    await call(languagesApi.makeDefault, { params: { id: websiteId }, body: { code } })
    invalidate('/pages', '/cms/posts', `/websites/${websiteId}`)
    await onChanged()
    toast(`${name} is the website’s own language now`)
  }
  return (
    <ConfirmDialog
      title={`Make ${name} the website’s own language?`}
      confirmLabel="Change language"
      isHarmless
      onConfirm={change}
      onClose={onClose}
    >
      <span class="block">
        Its pages move from <span class="code">{prefix}</span> to <span class="code">/</span>, and those in{' '}
        {own.name} to <span class="code">/{own.code.toLowerCase()}</span>. Old addresses lead to the new ones.
      </span>
      {pages.missing + (texts.total - texts.translated) > 0 && (
        <span class="mt-2 block">
          Not translated yet: {pages.missing} pages and {texts.total - texts.translated} shared texts. They
          stay in {own.name}.
        </span>
      )}
    </ConfirmDialog>
  )
}
