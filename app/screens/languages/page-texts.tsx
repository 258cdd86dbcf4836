import { type DocumentText, textsOf } from '#workers/sites/document-texts.contract.ts'
import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import type { Translation } from '#workers/sites/translations.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { toastProblem } from '../../ui/toasts.tsx'
import type { InOrder } from './in-order.ts'
import { TextPair } from './text-pair.tsx'

interface PageTextsProps {
  page: PageDetail
  source: PageDetail
  language: Translation
  original: Translation
  isReadOnly: boolean
  inOrder: InOrder
  onSaved: () => Promise<void>
}

/** Tells this window's changes from those of others. */
const editor = crypto.randomUUID()

/** Every text of a page beside the original's; one that is left is saved. */
export function PageTexts({
  page,
  source,
  language,
  original,
  isReadOnly,
  inOrder,
  onSaved,
}: PageTextsProps) {
  const params = { id: page.id }
  const originals = new Map(textsOf(source.document).map((text) => [text.key, text]))
  const texts = textsOf(page.document)

  const save = async (work: () => Promise<unknown>) => {
    try {
      await inOrder.run(work)
      await onSaved()
    } catch (thrown) {
      toastProblem(thrown, 'Not saved')
    }
  }
  const saveText = ({ key }: DocumentText, value: string) =>
    save(async () => {
      const [id = '', ...steps] = key.split('.')
      const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))
      const { version } = await call(pagesApi.get, { params })
      const patches = [{ op: 'set' as const, id, path, value }]
      const { rejected } = await call(pagesApi.edit, { params, body: { base: version, editor, patches } })
      if (rejected.length > 0) throw new Problem('conflict', 'Somebody removed this block.', 409)
    })
  const saveSettings = (change: { title?: string; seo?: PageDetail['seo'] }) =>
    save(async () => {
      const { version } = await call(pagesApi.get, { params })
      await call(pagesApi.update, { params, body: { ...change, version } })
    })
  const seoText = (field: 'title' | 'description') =>
    source.seo[field] ? (
      <TextPair
        source={source.seo[field]}
        text={page.seo[field] ?? ''}
        isHtml={false}
        language={language.code}
        isReadOnly={isReadOnly}
        isUntouched={source.seo[field] === page.seo[field]}
        onSave={(value) => saveSettings({ seo: { ...page.seo, [field]: value } })}
      />
    ) : null

  return (
    <>
      <div class="mb-2 hidden gap-x-4 px-4 text-12 font-medium text-fg-3 sm:grid sm:grid-cols-2">
        <span>{original.name}</span>
        <span>{language.name}</span>
      </div>
      <section class="card mb-4 overflow-hidden" aria-label="Title and search engines">
        <h2 class="card-head">Title and search engines</h2>
        <TextPair
          source={source.title}
          text={page.title}
          isHtml={false}
          language={language.code}
          isReadOnly={isReadOnly}
          onSave={(title) => saveSettings({ title })}
        />
        {seoText('title')}
        {seoText('description')}
      </section>
      <section class="card overflow-hidden" aria-label="Texts of the page">
        <h2 class="card-head">Texts of the page</h2>
        {texts.length === 0 && <p class="p-4 text-fg-2">There is no text on this page.</p>}
        {texts.map((text) => {
          const from = originals.get(text.key)
          return (
            <TextPair
              key={text.key}
              source={from?.text ?? ''}
              text={text.text}
              isHtml={text.isHtml}
              language={language.code}
              isReadOnly={isReadOnly}
              isUntouched={from?.text === text.text}
              onSave={(value) => saveText(text, value)}
            />
          )
        })}
      </section>
    </>
  )
}
