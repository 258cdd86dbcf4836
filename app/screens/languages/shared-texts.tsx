import { Search } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { languagesApi, type SharedText } from '#workers/sites/languages.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { SearchField } from '../../ui/filters.tsx'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import type { FurtherLanguage } from './language-rows.tsx'
import { TextPair } from './text-pair.tsx'

const places: Record<SharedText['place'], string> = {
  site: 'Website',
  header: 'Header',
  footer: 'Footer',
  section: 'Saved sections',
  menu: 'Menus',
  form: 'Forms',
  term: 'Blog, categories and tags',
  business: 'Business',
}

// safe: an object's own keys are what its type says
const shownPlaces = Object.keys(places) as SharedText['place'][]

interface SharedTextsProps {
  language: FurtherLanguage
  onSaved: () => Promise<void>
}

/** What all pages share, each text beside its translation; saved as one leaves a field. */
export function SharedTexts({ language, onSaved }: SharedTextsProps) {
  const canEdit = useMay()('sites:write')
  const params = { id: language.id }
  const texts = useResource(languagesApi.texts, { params })
  const [search, setSearch] = useState('')
  const [onlyMissing, setOnlyMissing] = useState(false)
  if (!texts.data) {
    return texts.problem ? (
      <Failed problem={texts.problem} onRetry={texts.reload} />
    ) : (
      <SkeletonLines lines={8} />
    )
  }
  const save = async (source: string, text: string) => {
    try {
      const saved = await call(languagesApi.translateTexts, { params, body: { texts: [{ source, text }] } })
      texts.patch(() => saved)
      await onSaved()
    } catch (thrown) {
      toastProblem(thrown, 'Not saved')
    }
  }
  const words = search.toLowerCase()
  const shown = texts.data.items.filter(
    ({ source, text }) => `${source} ${text}`.toLowerCase().includes(words) && (!onlyMissing || text === ''),
  )
  const groups = shownPlaces
    .map((place) => ({ place, items: shown.filter((text) => text.place === place) }))
    .filter(({ items }) => items.length > 0)
  return (
    <>
      <div class="mb-3 flex flex-wrap items-center gap-4">
        <SearchField
          label="Search texts"
          placeholder="Search texts"
          value={search}
          onChange={(next) => setSearch(next ?? '')}
        />
        <Checkbox label="Only what is missing" isOn={onlyMissing} onChange={setOnlyMissing} />
      </div>
      {groups.length === 0 && (
        <div class="card">
          <Empty
            icon={<Search />}
            title={onlyMissing && !search ? 'Everything is translated' : 'Nothing matches'}
          >
            {onlyMissing && !search
              ? 'New texts of the header, footer, menus and forms appear here.'
              : 'Search for other words.'}
          </Empty>
        </div>
      )}
      <div class="grid gap-4">
        {groups.map(({ place, items }) => (
          <section key={place} class="card overflow-hidden" aria-label={places[place]}>
            <h3 class="card-head">{places[place]}</h3>
            {items.map(({ source, text, isHtml }) => (
              <TextPair
                key={source}
                {...{ source, text, isHtml, language: language.code }}
                isReadOnly={!canEdit}
                onSave={(next) => save(source, next)}
              />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
