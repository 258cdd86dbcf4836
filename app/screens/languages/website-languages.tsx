import { Plus } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { languagesApi } from '#workers/sites/languages.contract.ts'
import { useMay } from '../../data/actor.ts'
import { useQuery } from '../../data/query.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import type { WebsiteProps } from '../sites/website.tsx'
import { AddLanguage } from './add-language.tsx'
import { LanguageDetail } from './language-detail.tsx'
import { LanguageRows } from './language-rows.tsx'

/** The languages of a website; one of them, when it is opened. */
export function WebsiteLanguages({ website, reload }: WebsiteProps) {
  const canEdit = useMay()('sites:write')
  const [query, setQuery] = useQuery()
  const [isAdding, setAdding] = useState(false)
  const languages = useResource(languagesApi.list, { params: { id: website.id } })
  if (!languages.data) {
    return languages.problem ? (
      <Failed problem={languages.problem} onRetry={languages.reload} />
    ) : (
      <SkeletonLines lines={6} />
    )
  }
  const { items } = languages.data
  const settle = async () => {
    await Promise.all([languages.reload(), reload()])
  }
  const opened = items.find(({ id, code }) => id !== null && code === query.language)
  if (opened?.id) {
    const language = { ...opened, id: opened.id }
    return (
      <LanguageDetail
        key={language.id}
        {...{ website, language }}
        onBack={() => setQuery({ language: undefined, state: undefined, kind: undefined })}
        onChanged={settle}
      />
    )
  }
  return (
    <>
      <div class="mb-3 flex items-center gap-3">
        <p class="min-w-0 flex-1 text-pretty text-fg-2">
          Each language has its own pages and posts. What is the same on every page is translated once.
        </p>
        {canEdit && (
          <Button look="primary" icon={<Plus />} onClick={() => setAdding(true)}>
            Add language
          </Button>
        )}
      </div>
      <LanguageRows
        {...{ website, languages: items }}
        onOpen={(code) => setQuery({ language: code })}
        onChanged={settle}
      />
      {isAdding && (
        <AddLanguage
          websiteId={website.id}
          taken={items.map(({ code }) => code)}
          onClose={() => setAdding(false)}
          onAdded={async (code) => {
            await settle()
            setQuery({ language: code })
          }}
        />
      )}
    </>
  )
}
