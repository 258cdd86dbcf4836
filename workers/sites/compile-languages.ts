import { htmlWithLinks, withLinks } from './document-texts.contract.ts'
import {
  type LeadLink,
  leadLinks,
  NO_TRANSLATIONS,
  type Translations,
  translationsOf,
} from './linked-translations.ts'
import type { PageDocument } from './page-document.contract.ts'
import { prefixOf } from './site-addresses.ts'
import type { LanguageEntry, SiteContent } from './site-reader.ts'
import { inEach, type SharedContent, translateShared } from './site-texts.ts'
import type { MenuItem } from './snapshot.contract.ts'

/** A language visitors can read the site in. */
export interface Spoken {
  /** As rows name it: empty for the site's own. */
  language: string
  code: string
  name: string
  prefix: string
  fallback: 'original' | 'none'
  texts: Record<string, string>
}

export interface SpokenSite {
  languages: Spoken[]
  translations: Translations
}

/** The languages of a site that are ready to be seen, its own first, and what in them says the same. */
export function spokenLanguages(content: SiteContent): SpokenSite {
  const languages = languagesOf(
    content.site.locale,
    content.languages.filter(({ isPublic }) => isPublic),
  )
  // A site of one language, as most are, has nothing to link.
  return {
    languages,
    translations: languages.length > 1 ? translationsOf(content, languages) : NO_TRANSLATIONS,
  }
}

/** A site's own language and further ones, as a publish knows them. */
export const languagesOf = (locale: string, further: LanguageEntry[]): Spoken[] => [
  ownLanguage(locale),
  ...further.map(({ code, name, fallback, texts }) => ({
    ...{ language: code, code, name, fallback, texts, prefix: prefixOf(code) },
  })),
]

const ownLanguage = (locale: string): Spoken => ({
  ...{ language: '', code: locale, name: nameOfLanguage(locale), prefix: '', fallback: 'none', texts: {} },
})

/** What a language calls itself. */
export function nameOfLanguage(code: string): string {
  const name =
    new Intl.DisplayNames([code], { type: 'language', languageDisplay: 'standard' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

/** What of a site's content is in a language, with what its pages share put into that language's words. */
export function contentIn(content: SiteContent, spoken: Spoken, translations: Translations): SiteContent {
  const { language, prefix } = spoken
  const pages = content.pages.filter((page) => page.language === language)
  const posts = content.posts.filter((post) => post.language === language)
  if (language === '') return { ...content, pages, posts }
  const lead = leadLinks(spoken, translations)
  return {
    ...content,
    ...shareIn(content, spoken, lead),
    pages,
    posts,
    prefix,
    leads: [translations.groups, translations.fallbacksOf(spoken)],
    leadDocument: (document) => withLinks(document, (href) => lead(href) ?? href),
    leadLinks: (html) => htmlWithLinks(html, (href) => lead(href) ?? href),
  }
}

/** What all pages of a site share, in the words of a language and with its own links. */
export function shareIn<Content extends SharedContent>(
  content: Content,
  spoken: Spoken,
  lead: LeadLink,
): Content {
  const shared = translateShared(content, spoken.texts)
  const inDocument = (document: PageDocument) => withLinks(document, (href) => lead(href) ?? href)
  return {
    ...shared,
    site: { ...shared.site, locale: spoken.code },
    header: inDocument(shared.header),
    footer: inDocument(shared.footer),
    sections: inEach(shared.sections, inDocument),
    // safe: menus are only written from templates and imports, which are typed
    menus: shared.menus.map((menu) => ({ ...menu, items: leadItems(menu.items as MenuItem[], lead) })),
  }
}

/** The entries of a menu that lead somewhere in the language. */
function leadItems(items: MenuItem[], lead: LeadLink): MenuItem[] {
  return items.flatMap(({ label, href, children = [] }) => {
    const led = lead(href)
    const below = leadItems(children, lead)
    if (led === undefined && below.length === 0) return []
    return [{ label, href: led ?? '#', ...(children.length > 0 ? { children: below } : {}) }]
  })
}
