import { ArrowDown, ArrowUp, Ellipsis, Globe, Languages, Star, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Language, languagesApi } from '#workers/sites/languages.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { invalidate } from '../../data/resources.ts'
import { Badge } from '../../ui/badge.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { MakeDefault } from './make-default.tsx'
import { RemoveLanguage } from './remove-language.tsx'

export type FurtherLanguage = Language & { id: string }

interface LanguageRowsProps {
  website: Website
  languages: readonly Language[]
  onOpen: (code: string) => void
  onChanged: () => Promise<void>
}

export function LanguageRows({ website, languages, onOpen, onChanged }: LanguageRowsProps) {
  const canEdit = useMay()('sites:write')
  const [removed, setRemoved] = useState<FurtherLanguage | undefined>()
  const [promoted, setPromoted] = useState<FurtherLanguage | undefined>()
  const further = languages.filter((language): language is FurtherLanguage => language.id !== null)
  const own = languages.find(({ isDefault }) => isDefault)

  const { entriesOf } = useLanguageActions({ website, further, onOpen, onChanged, setRemoved, setPromoted })

  return (
    <div class="card overflow-hidden">
      <ul aria-label="Languages">
        {languages.map((language) => (
          <li
            key={language.code}
            class="relative flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-subtle px-4 py-3 last:border-0 hover:bg-hover"
          >
            <LanguageLine language={language} onOpen={onOpen} />
            {canEdit && language.id !== null && (
              <span class="relative z-1">
                <Menu
                  label={`Actions for ${language.name}`}
                  class="btn btn-ghost btn-sm btn-icon"
                  align="end"
                  items={entriesOf({ ...language, id: language.id })}
                >
                  <Ellipsis />
                </Menu>
              </span>
            )}
          </li>
        ))}
      </ul>
      {removed && (
        <RemoveLanguage language={removed} onClose={() => setRemoved(undefined)} onRemoved={onChanged} />
      )}
      {promoted && own && (
        <MakeDefault
          {...{ own, websiteId: website.id }}
          language={promoted}
          onClose={() => setPromoted(undefined)}
          onChanged={onChanged}
        />
      )}
    </div>
  )
}

interface ActionsInput {
  website: Website
  further: readonly FurtherLanguage[]
  onOpen: (code: string) => void
  onChanged: () => Promise<void>
  setRemoved: (language: FurtherLanguage) => void
  setPromoted: (language: FurtherLanguage) => void
}

/** What can be done with a language, as entries of its menu. */
function useLanguageActions({ website, further, onOpen, onChanged, setRemoved, setPromoted }: ActionsInput) {
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      invalidate('/pages')
      await onChanged()
      toast(done)
    } catch (thrown) {
      toastProblem(thrown, 'Nothing was changed')
    }
  }
  const move = (language: FurtherLanguage, by: number) => {
    const codes = further.map(({ code }) => code)
    const at = codes.indexOf(language.code)
    codes.splice(at, 1)
    codes.splice(at + by, 0, language.code)
    const params = { id: website.id }
    attempt(() => call(languagesApi.order, { params, body: { codes } }), `${language.name} moved`)
  }
  const entriesOf = (language: FurtherLanguage): MenuEntry[] => {
    const at = further.findIndex(({ id }) => id === language.id)
    return [
      { id: 'open', label: 'Translate', icon: <Languages />, onSelect: () => onOpen(language.code) },
      {
        id: 'public',
        label: language.isPublic ? 'Hide from visitors' : 'Show to visitors',
        icon: <Globe />,
        onSelect: () =>
          attempt(
            () =>
              call(languagesApi.change, {
                params: { id: language.id },
                body: { isPublic: !language.isPublic },
              }),
            `${language.name} is ${language.isPublic ? 'hidden from' : 'shown to'} visitors with the next publish`,
          ),
      },
      'separator',
      {
        id: 'up',
        label: 'Move up',
        icon: <ArrowUp />,
        isDisabled: at === 0,
        onSelect: () => move(language, -1),
      },
      {
        ...{ id: 'down', label: 'Move down', icon: <ArrowDown /> },
        isDisabled: at === further.length - 1,
        onSelect: () => move(language, 1),
      },
      {
        id: 'default',
        label: 'Make it the website’s own…',
        icon: <Star />,
        onSelect: () => setPromoted(language),
      },
      'separator',
      {
        ...{ id: 'remove', label: 'Remove…', icon: <Trash2 />, tone: 'danger' },
        onSelect: () => setRemoved(language),
      },
    ]
  }
  return { entriesOf }
}

function LanguageLine({ language, onOpen }: { language: Language; onOpen: (code: string) => void }) {
  const { code, name, prefix, isDefault, isPublic, pages, posts, texts } = language
  const done = ({ missing, draft, published }: Language['pages']) =>
    `${published} of ${missing + draft + published}`
  const late = pages.outOfDate + posts.outOfDate
  return (
    <>
      <span class="min-w-40 flex-1">
        {isDefault ? (
          <b class="font-medium">{name}</b>
        ) : (
          <button
            type="button"
            class="cursor-pointer font-medium after:absolute after:inset-0"
            onClick={() => onOpen(code)}
          >
            {name}
          </button>
        )}
        <span class="block text-12 text-fg-3">
          {code} · <span class="code">{prefix || '/'}</span>
        </span>
      </span>
      <span class="flex flex-wrap items-center gap-1.5">
        {isDefault && <Badge tone="brand">Website’s own</Badge>}
        {!isDefault && (
          <Badge tone={isPublic ? 'success' : 'neutral'} hasDot>
            {isPublic ? 'Shown to visitors' : 'Hidden'}
          </Badge>
        )}
        {late > 0 && <Badge tone="warning">{late} out of date</Badge>}
      </span>
      <dl class="flex gap-5 text-12 tabular-nums max-sm:w-full">
        <Count label="Pages" value={isDefault ? String(pages.published + pages.draft) : done(pages)} />
        <Count label="Posts" value={isDefault ? String(posts.published + posts.draft) : done(posts)} />
        <Count
          label="Texts"
          value={isDefault ? String(texts.total) : `${texts.translated} of ${texts.total}`}
        />
      </dl>
    </>
  )
}

const Count = ({ label, value }: { label: string; value: string }) => (
  <div class="min-w-16">
    <dt class="text-fg-3">{label}</dt>
    <dd>{value}</dd>
  </div>
)
