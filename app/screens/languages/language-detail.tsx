import { ArrowLeft, FilePlus2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { languagesApi } from '#workers/sites/languages.contract.ts'
import { translationsApi } from '#workers/sites/translations.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useQuery } from '../../data/query.ts'
import { invalidate } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Switch } from '../../ui/choices.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { FallbackField } from './fallback-field.tsx'
import type { FurtherLanguage } from './language-rows.tsx'
import { SharedTexts } from './shared-texts.tsx'
import { TranslatedItems } from './translated-items.tsx'
import { TranslationFiles } from './translation-files.tsx'

interface LanguageDetailProps {
  website: Website
  language: FurtherLanguage
  onBack: () => void
  onChanged: () => Promise<void>
}

/** One language: what is translated into it, and what visitors get of it. */
export function LanguageDetail({ website, language, onBack, onChanged }: LanguageDetailProps) {
  const canEdit = useMay()('sites:write')
  const [query, setQuery] = useQuery()
  const [isBusy, setBusy] = useState(false)
  const { id, name, pages, posts, texts } = language
  const missing = pages.missing + posts.missing

  const change = async (body: Parameters<typeof call<typeof languagesApi.change>>[1]['body']) => {
    try {
      await call(languagesApi.change, { params: { id }, body })
      await onChanged()
      toast('Saved. Visitors see it with the next publish.')
    } catch (thrown) {
      toastProblem(thrown, 'Not saved')
    }
  }
  const beginAll = async () => {
    setBusy(true)
    try {
      const begun = await call(translationsApi.addDrafts, { params: { id }, body: {} })
      invalidate('/site-languages', '/pages', '/cms/posts', `/websites/${website.id}/pages`)
      await onChanged()
      toast(`${begun.pages} pages and ${begun.posts} posts begun as drafts`)
    } catch (thrown) {
      toastProblem(thrown, 'Not begun')
    }
    setBusy(false)
  }
  const items = (kind: 'page' | 'post') => (
    <TranslatedItems key={kind} {...{ website, language, kind }} onChanged={onChanged} />
  )

  return (
    <div class="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_300px]">
      <div class="min-w-0">
        <div class="mb-3 flex flex-wrap items-center gap-2">
          <Button look="ghost" icon={<ArrowLeft />} onClick={onBack}>
            Languages
          </Button>
          <h2 class="min-w-0 flex-1 text-16 font-semibold">{name}</h2>
          {canEdit && missing > 0 && (
            <Button icon={<FilePlus2 />} isBusy={isBusy} onClick={beginAll}>
              Begin {missing} missing as drafts
            </Button>
          )}
        </div>
        <Tabs
          label={`What is translated into ${name}`}
          class="mb-3"
          current={query.kind ?? 'page'}
          onChange={(kind) => setQuery({ kind: kind === 'page' ? undefined : kind, state: undefined })}
          tabs={[
            { id: 'page', label: `Pages ${pages.draft + pages.published}`, panel: () => items('page') },
            { id: 'post', label: `Posts ${posts.draft + posts.published}`, panel: () => items('post') },
            {
              id: 'texts',
              label: `Shared texts ${texts.translated} of ${texts.total}`,
              panel: () => <SharedTexts language={language} onSaved={onChanged} />,
            },
          ]}
        />
      </div>
      <div class="grid gap-4">
        <Card title="For visitors">
          <div class="grid gap-4">
            <Switch
              label="Show it to visitors"
              hint="From the next publish on."
              isOn={language.isPublic}
              disabled={!canEdit}
              onChange={(isPublic) => change({ isPublic })}
            />
            <FallbackField
              value={language.fallback}
              disabled={!canEdit}
              onChange={(fallback) => change({ fallback })}
            />
          </div>
        </Card>
        <TranslationFiles language={language} onImported={onChanged} />
      </div>
    </div>
  )
}
