import { describe, expect, test } from 'vitest'
import { contentIn, type Spoken } from '#workers/sites/compile-languages.ts'
import { leadLinks, translationsOf } from '#workers/sites/linked-translations.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import type { SiteContent } from '#workers/sites/site-reader.ts'

const spoken = (code: string, fallback: Spoken['fallback'], texts = {}): Spoken => ({
  ...{ language: code, code, name: code, prefix: `/${code}`, fallback, texts },
})
const english: Spoken = { ...spoken('en', 'none'), language: '', prefix: '' }
const german = spoken('de', 'original', { About: 'Über uns', 'Our fees': 'Unsere Preise' })
const french = spoken('fr', 'none')
const languages = [english, german, french]

const page = (id: string, path: string, language = '', translationOf: string | null = null) => ({
  ...{ id, path, language, translationOf, title: id, seo: {}, status: 'published' },
  document: {
    version: 1,
    root: ['a'],
    nodes: {
      a: {
        type: 'hero',
        version: 1,
        props: { heading: 'Hello', primary: { label: 'Fees', href: '/fees?x=1#top' } },
      },
    },
  },
})
const post = (id: string, slug: string, language = '', translationOf: string | null = null) => ({
  ...{
    id,
    slug,
    language,
    translationOf,
    title: id,
    excerpt: '',
    publishedAt: null,
    author: null,
    cover: null,
  },
})
const nav = (brand: string) => ({
  version: 1,
  root: ['n'],
  nodes: {
    n: { type: 'navigation', version: 1, props: { brand, cta: { label: 'Our fees', href: '/fees' } } },
  },
})

// safe: the parts of a site's content that languages are made of
const content = {
  site: {
    name: 'Harbour',
    tagline: 'About',
    locale: 'en',
    menuChoices: {},
  },
  business: {},
  clientName: 'Harbour',
  header: nav('About'),
  footer: nav(''),
  sections: new Map([['s', nav('About')]]),
  pages: [
    page('home', '/'),
    page('about', '/about'),
    page('fees', '/fees'),
    page('home-de', '/de', 'de', 'home'),
    page('fees-de', '/de/preise', 'de', 'fees'),
    page('home-fr', '/fr', 'fr', 'home'),
  ],
  posts: [post('one', 'one'), post('eins', 'eins', 'de', 'one'), post('two', 'two')],
  terms: [{ id: 't', taxonomy: 'category', slug: 'news', name: 'About', description: '' }],
  links: [
    { postId: 'one', termId: 't' },
    { postId: 'eins', termId: 't' },
  ],
  forms: [],
  menus: [
    {
      id: 'm',
      location: 'primary',
      items: [
        { label: 'About', href: '/about' },
        { label: 'Our fees', href: '/fees' },
        { label: 'Elsewhere', href: 'https://example.com/about' },
      ],
    },
  ],
  blogTitle: 'Blog',
  prefix: '',
} as unknown as SiteContent
const translations = translationsOf(content, languages)

describe('what says the same in several languages', () => {
  test('is linked by its paths, the site’s own language first', () => {
    expect(translations.groups).toEqual([
      { en: '/', de: '/de', fr: '/fr' },
      { en: '/fees', de: '/de/preise' },
      { en: '/blog/one', de: '/de/blog/eins' },
      { en: '/blog', de: '/de/blog' },
      { en: '/blog/category/news', de: '/de/blog/category/news' },
    ])
    expect(JSON.stringify(translations.groups)).toContain('{"en":"/","de":"/de","fr":"/fr"}')
  })

  test('is shown in the original where a language asks for that, and not where it does not', () => {
    expect(translations.fallbacksOf(german)).toEqual([['/de/about', '/about']])
    expect(translations.fallbacksOf(french)).toEqual([])
  })
})

describe('a link', () => {
  const inGerman = leadLinks(german, translations)
  const inFrench = leadLinks(french, translations)
  test.each([
    ['to a translated page', '/fees', '/de/preise'],
    ['with something behind the path', '/fees/?x=1#top', '/de/preise?x=1#top'],
    ['to the home page', '/', '/de'],
    ['to a page shown in the original', '/about', '/de/about'],
    ['to a translated post', '/blog/one', '/de/blog/eins'],
    ['to a post that is not', '/blog/two', '/blog/two'],
    ['to nothing known', '/brochure.pdf', '/brochure.pdf'],
    ['to another site', '//example.com/fees', '//example.com/fees'],
    ['within the page', '#top', '#top'],
    ['to a page in the language', '/de/preise', '/de/preise'],
  ])('%s leads there in the language', (_what, href, there) => {
    expect(inGerman(href)).toBe(there)
  })

  test('leads nowhere in a language that lacks the page and does without the original', () => {
    expect([inFrench('/about'), inFrench('/'), inFrench('/brochure.pdf')]).toEqual([
      undefined,
      '/fr',
      '/brochure.pdf',
    ])
  })
})

describe('the content of a language', () => {
  test('is its own pages and posts, with what pages share in its words and with its links', () => {
    const inGerman = contentIn(content, german, translations)
    expect(inGerman.pages.map(({ path }) => path)).toEqual(['/de', '/de/preise'])
    expect(inGerman.posts.map(({ slug }) => slug)).toEqual(['eins'])
    expect(inGerman.site).toMatchObject({ name: 'Harbour', tagline: 'Über uns', locale: 'de' })
    expect(inGerman.menus[0]?.items).toEqual([
      { label: 'Über uns', href: '/de/about' },
      { label: 'Unsere Preise', href: '/de/preise' },
      { label: 'Elsewhere', href: 'https://example.com/about' },
    ])
    expect(JSON.stringify(inGerman.header)).toContain(
      '{"brand":"Über uns","cta":{"label":"Unsere Preise","href":"/de/preise"}}',
    )
    expect(inGerman.sections.get('s')).toEqual(inGerman.header)
    const document = inGerman.pages[0]?.document as unknown as PageDocument
    expect(JSON.stringify(inGerman.leadDocument(document))).toContain('"href":"/de/preise?x=1#top"')
    expect(inGerman.leadLinks('<p><a rel="x" href="/fees">Fees</a></p>')).toBe(
      '<p><a rel="x" href="/de/preise">Fees</a></p>',
    )
  })

  test('has no entry in a menu for what it lacks', () => {
    expect(contentIn(content, french, translations).menus[0]?.items).toEqual([
      { label: 'Elsewhere', href: 'https://example.com/about' },
    ])
  })

  test('of the site’s own language is as it was written', () => {
    const own = contentIn(content, english, translations)
    expect(own.pages).toEqual(content.pages.slice(0, 3))
    expect(own.site).toBe(content.site)
  })
})
