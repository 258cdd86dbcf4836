import { wordsFor } from '../../words/words.ts'
import type { PageLanguage, PageView, SiteView } from '../block.ts'
import { iconOutline } from '../icons.ts'
import { safeHref } from '../safe-href.ts'

interface LanguageLinksProps {
  site: SiteView
  page: PageView
  /** What a language is called by: its name in itself, or its code. */
  look: 'names' | 'codes'
}

/** Whether there is a language to change to. */
export const speaksSeveral = ({ languages = [] }: PageView): boolean => languages.length > 1

/** The page in every language of the site, side by side. */
export function LanguageLinks({ site, page, look }: LanguageLinksProps) {
  return (
    <nav class="languages" aria-label={wordsFor(site.locale).languages}>
      <LanguageList languages={page.languages ?? []} look={look} />
    </nav>
  )
}

/** The same behind the name of the language that is being read. */
export function LanguageMenu({ site, page, look }: LanguageLinksProps) {
  const languages = page.languages ?? []
  const current = languages.find(({ isCurrent }) => isCurrent)
  const { languages: label } = wordsFor(site.locale)
  return (
    <nav class="languages" aria-label={label}>
      <details name="menu">
        <summary>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d={iconOutline('globe')} />
          </svg>
          <span class="hidden">{label}: </span>
          {current && nameOf(current, look)}
        </summary>
        <LanguageList languages={languages} look="names" />
      </details>
    </nav>
  )
}

const nameOf = ({ code, name }: PageLanguage, look: LanguageLinksProps['look']) =>
  look === 'codes' ? code.toUpperCase() : name

function LanguageList({ languages, look }: { languages: PageLanguage[]; look: LanguageLinksProps['look'] }) {
  return (
    <ul>
      {languages.map((language) => (
        <li key={language.code}>
          <a
            href={safeHref(language.href)}
            lang={language.code}
            hreflang={language.code}
            aria-label={look === 'codes' ? language.name : undefined}
            aria-current={language.isCurrent ? 'true' : undefined}
          >
            {nameOf(language, look)}
          </a>
        </li>
      ))}
    </ul>
  )
}
