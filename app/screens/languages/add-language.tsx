import { useState } from 'preact/hooks'
import { type LanguageFallback, languagesApi } from '#workers/sites/languages.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toast } from '../../ui/toasts.tsx'
import { FallbackField } from './fallback-field.tsx'
import { findLanguages, languageName } from './language-choices.ts'

interface AddLanguageProps {
  websiteId: string
  taken: readonly string[]
  onClose: () => void
  onAdded: (code: string) => Promise<void>
}

export function AddLanguage({ websiteId, taken, onClose, onAdded }: AddLanguageProps) {
  const [code, setCode] = useState('')
  /** Undefined for as long as it follows the language. */
  const [typedName, setTypedName] = useState<string | undefined>()
  const [fallback, setFallback] = useState<LanguageFallback>('original')
  const [isPublic, setPublic] = useState(false)
  const form = useForm(['code', 'name'])
  const name = typedName ?? (code && languageName(code))

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const body = { code, isPublic, fallback, ...(name.trim() && { name }) }
      const { items } = await call(languagesApi.add, { params: { id: websiteId }, body })
      invalidate(`/websites/${websiteId}`, '/pages')
      const added = items.find((language) => language.code.toLowerCase() === code.toLowerCase())
      toast(`${added?.name ?? name} added`)
      onClose()
      await onAdded(added?.code ?? code)
    })

  return (
    <Dialog
      title="Add language"
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Add language
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <Combobox
          name="code"
          label="Language"
          required
          placeholder="Type a name or a code like de"
          value={code}
          valueLabel={code && languageName(code, 'en')}
          find={async (text) => findLanguages(text, taken)}
          onChange={setCode}
          {...form.errorAt('code')}
        />
        <TextField
          name="name"
          label="Visitors choose it as"
          autocomplete="off"
          value={name}
          hint={code ? `Its addresses begin with /${code.toLowerCase()}.` : 'In the language itself.'}
          onChange={setTypedName}
          {...form.errorAt('name')}
        />
        <FallbackField value={fallback} onChange={setFallback} />
        <Switch
          label="Show it to visitors"
          hint="From the next publish on. Leave it off until enough is translated."
          isOn={isPublic}
          onChange={setPublic}
        />
      </div>
    </Dialog>
  )
}
