import { Download, Upload } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { translationsApi } from '#workers/sites/translations.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import type { FurtherLanguage } from './language-rows.tsx'

const formats = [
  { value: 'xliff-1.2', label: 'XLIFF 1.2', hint: 'for most tools' },
  { value: 'xliff-2.0', label: 'XLIFF 2.0', hint: 'for newer tools' },
  { value: 'csv', label: 'CSV', hint: 'for a spreadsheet' },
] as const
type Format = (typeof formats)[number]['value']

interface TranslationFilesProps {
  language: FurtherLanguage
  onImported: () => Promise<void>
}

/** Texts out to translators and back in. */
export function TranslationFiles({ language, onImported }: TranslationFilesProps) {
  const canEdit = useMay()('sites:write')
  const picker = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const params = { id: language.id }

  const attempt = async (work: () => Promise<void>, failed: string) => {
    setBusy(true)
    try {
      await work()
    } catch (thrown) {
      toastProblem(thrown, failed)
    }
    setBusy(false)
  }
  const download = (format: Format) =>
    attempt(async () => {
      const { fileName, content } = await call(translationsApi.exportFile, { params, query: { format } })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }))
      link.download = fileName
      link.click()
      URL.revokeObjectURL(link.href)
    }, 'Nothing was exported')
  const upload = (file: File) =>
    attempt(async () => {
      const format = /\.csv$/i.test(file.name) ? 'csv' : 'xliff-1.2'
      const body = { format, content: await file.text() } as const
      const { pages, posts, texts, unknown } = await call(translationsApi.importFile, { params, body })
      invalidate('/site-languages', '/pages', '/cms/posts', '/websites')
      await onImported()
      toast({
        title: 'Translations imported',
        body: `${pages} pages, ${posts} posts and ${texts} shared texts.${unknown > 0 ? ` ${unknown} texts stand nowhere any more.` : ''}`,
      })
    }, 'Not imported')

  return (
    <Card title="For translators">
      <p class="mb-3 text-pretty text-fg-2">
        All texts in one file, with what is translated already. What comes back becomes drafts.
      </p>
      <div class="flex flex-wrap gap-2">
        <Menu
          label="Export texts"
          class="btn btn-default"
          items={formats.map(({ value, label, hint }) => ({
            ...{ id: value, label, hint },
            onSelect: () => download(value),
          }))}
        >
          <Download aria-hidden="true" />
          Export
        </Menu>
        {canEdit && (
          <Button icon={<Upload />} isBusy={isBusy} onClick={() => picker.current?.click()}>
            Import
          </Button>
        )}
        <input
          ref={picker}
          class="hidden"
          type="file"
          accept=".xlf,.xliff,.xml,.csv"
          aria-label="File with translations"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (file) void upload(file)
          }}
        />
      </div>
    </Card>
  )
}
