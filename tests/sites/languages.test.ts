import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'
import { newId } from '#workers/core/ids.ts'
import { type Language, languagesApi } from '#workers/sites/languages.contract.ts'
import type { PageDetail, PageSummary } from '#workers/sites/pages.contract.ts'
import type { TranslatedItem, Translation } from '#workers/sites/translations.contract.ts'

let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

const call = (method: string, path: string, body?: unknown) => agency.owner.call(method, path, body)
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await call(method, path, body)
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300)
  return answer.body
}

/** A website of an agency, and what one does with its languages. */
async function startSite() {
  const { host, websiteId } = await world.onboard(agency)
  const site = `/websites/${websiteId}`
  const languages = async () => (await ask<{ items: Language[] }>('GET', `${site}/languages`)).items
  const pages = async () => (await ask<{ items: PageSummary[] }>('GET', `${site}/pages?limit=200`)).items
  const find = async (path: string) => (await pages()).find((page) => page.path === path) as PageSummary
  return {
    host,
    websiteId,
    site,
    languages,
    pages,
    find,
    add: async (code: string, more: object = {}) => {
      const { items } = await ask<{ items: Language[] }>('POST', `${site}/languages`, { code, ...more })
      return items.find((language) => language.code === code) as Language & { id: string }
    },
    translate: async (path: string, language: string, more: object = {}) =>
      ask<PageDetail>('POST', `/pages/${(await find(path)).id}/translations`, { language, ...more }),
    show: async ({ id, version }: { id: string; version: number }) =>
      ask<PageDetail>('PATCH', `/pages/${id}`, { status: 'published', version }),
    publish: async () =>
      runToEnd(agency.owner, (await ask<{ runId: string }>('POST', `${site}/publication`)).runId),
    read: (path: string, text: string) =>
      eventually(async () => {
        const answer = await browse(host, path)
        return answer.status === 200 && answer.text.includes(text) ? answer.text : undefined
      }),
  }
}

const setHeading = async (page: { id: string }, heading: string) => {
  const { version, document } = await ask<PageDetail>('GET', `/pages/${page.id}`)
  const [id] = document.root
  const patch = { op: 'set', id, path: ['heading'], value: heading }
  return ask('POST', `/pages/${page.id}/edits`, { base: version, editor: newId(), patches: [patch] })
}

describe('the languages of a website', () => {
  test('are its own one, until others are added, ordered and removed again', async () => {
    const site = await startSite()
    expect(await site.languages()).toMatchObject([
      { id: null, code: 'en', name: 'English', prefix: '', isDefault: true, isPublic: true },
    ])
    await site.add('de')
    const { body } = await call('POST', `${site.site}/languages`, { code: 'PT-br', fallback: 'none' })
    expect(languagesApi.list.returns.parse(body)).toEqual(body)
    expect(body.items.map(({ code, name, prefix }: Language) => [code, name, prefix])).toEqual([
      ['en', 'English', ''],
      ['de', 'Deutsch', '/de'],
      ['pt-BR', 'Português (Brasil)', '/pt-br'],
    ])
    const ordered = await ask<{ items: Language[] }>('PUT', `${site.site}/language-order`, {
      codes: ['pt-BR', 'de'],
    })
    expect(ordered.items.map(({ code }) => code)).toEqual(['en', 'pt-BR', 'de'])
    expect(body.items[1].pages.missing).toBe((await site.pages()).length)

    const changed = await ask<{ items: Language[] }>('PATCH', `/site-languages/${body.items[2].id}`, {
      name: 'Português',
      isPublic: true,
    })
    expect(changed.items[1]).toMatchObject({ name: 'Português', isPublic: true, fallback: 'none' })
    expect((await call('DELETE', `/site-languages/${body.items[2].id}`)).status).toBe(204)
    expect((await site.languages()).map(({ code }) => code)).toEqual(['en', 'de'])
  })

  test('are refused twice, as the website’s own, as nonsense, and where a page stands', async () => {
    const site = await startSite()
    await site.add('de')
    for (const code of ['de', 'DE', 'en', 'EN']) {
      expectProblem(await call('POST', `${site.site}/languages`, { code }), 'conflict')
    }
    for (const code of ['', 'x', 'deutsch!', 'de_DE', '../de', 'de-x', '12']) {
      expectProblem(await call('POST', `${site.site}/languages`, { code }), 'invalid_input')
    }
    await ask('POST', `${site.site}/pages`, { title: 'Fr', path: '/fr/prices' })
    const answer = await call('POST', `${site.site}/languages`, { code: 'fr' })
    expectProblem(answer, 'conflict')
    expect(answer.body.error.message).toContain('/fr')
  })
})

describe('a translation of a page', () => {
  test('is a draft of its own, a copy below the prefix of its language, and the only one', async () => {
    const site = await startSite()
    await site.add('de')
    const original = await site.find('/about')
    const page = await site.translate('/about', 'de', { title: 'Über uns', path: '/über-uns' })
    expect(page).toMatchObject({ language: 'de', path: '/de/über-uns', title: 'Über uns', status: 'draft' })
    expect(page.document).toEqual((await ask<PageDetail>('GET', `/pages/${original.id}`)).document)
    expectProblem(await call('POST', `/pages/${original.id}/translations`, { language: 'de' }), 'conflict')
    expectProblem(await call('POST', `/pages/${page.id}/translations`, { language: 'de' }), 'conflict')
    expectProblem(await call('POST', `/pages/${original.id}/translations`, { language: 'it' }), 'conflict')

    const { items } = await ask<{ items: Translation[] }>('GET', `/pages/${page.id}/translations`)
    expect(items).toEqual([
      {
        code: 'en',
        name: 'English',
        isDefault: true,
        isOriginal: true,
        state: 'published',
        id: original.id,
        title: original.title,
      },
      {
        code: 'de',
        name: 'Deutsch',
        isDefault: false,
        isOriginal: false,
        state: 'draft',
        id: page.id,
        title: 'Über uns',
      },
    ])
    const germans = await ask<{ items: PageSummary[] }>('GET', `${site.site}/pages?language=de`)
    expect(germans.items.map(({ id }) => id)).toEqual([page.id])
  })

  test('keeps to the addresses of its language', async () => {
    const site = await startSite()
    await site.add('de')
    const page = await site.translate('/about', 'de')
    expect(page.path).toBe('/de/about')
    for (const path of ['/about-us', '/deutsch']) {
      expectProblem(await call('PATCH', `/pages/${page.id}`, { path, version: page.version }), 'conflict')
    }
    const moved = await ask<PageDetail>('PATCH', `/pages/${page.id}`, {
      path: '/de/wir',
      version: page.version,
    })
    expect(moved.path).toBe('/de/wir')
    const contact = await site.find('/contact')
    const into = { path: '/de/contact', version: contact.version }
    expectProblem(await call('PATCH', `/pages/${contact.id}`, into), 'conflict')
    expect(
      (await ask<PageDetail>('POST', `${site.site}/pages`, { title: 'Neu', path: '/de/neu' })).language,
    ).toBe('de')
  })

  test('is out of date when its original says something else, until it is checked', async () => {
    const site = await startSite()
    const german = await site.add('de')
    const original = await site.find('/about')
    const page = await site.show(await site.translate('/about', 'de'))
    const stateOf = async () =>
      (await ask<{ items: Translation[] }>('GET', `/pages/${original.id}/translations`)).items[1]?.state
    expect(await stateOf()).toBe('published')
    await setHeading(original, 'What is new with us')
    expect(await stateOf()).toBe('out_of_date')
    const list = (query: string) =>
      ask<{ items: TranslatedItem[] }>('GET', `/site-languages/${german.id}/translations?${query}`)
    expect((await list('state=out_of_date')).items).toMatchObject([
      { kind: 'page', id: original.id, path: '/about', translationId: page.id },
    ])
    expect((await site.languages())[1]?.pages).toMatchObject({ published: 1, outOfDate: 1, draft: 0 })
    const checked = await ask<{ items: Translation[] }>('PUT', `/pages/${page.id}/translation-check`)
    expect(checked.items[1]?.state).toBe('published')
    expectProblem(await call('PUT', `/pages/${original.id}/translation-check`), 'conflict')
  })

  test('takes over the blocks its original has by now, and keeps the texts that are translated', async () => {
    const site = await startSite()
    await site.add('de')
    const original = await site.find('/about')
    const page = await site.translate('/about', 'de')
    await setHeading(page, 'Wer wir sind')
    const { version } = await ask<PageDetail>('GET', `/pages/${original.id}`)
    const insert = {
      ...{ op: 'insert', at: { parent: null, slot: '', index: 0 }, ids: ['newcomer'] },
      nodes: { newcomer: { type: 'cta', version: 1, props: { heading: 'New here' } } },
    }
    await ask('POST', `/pages/${original.id}/edits`, { base: version, editor: newId(), patches: [insert] })
    const followed = await ask<PageDetail>('PUT', `/pages/${page.id}/original-blocks`)
    expect(followed.document.root[0]).toBe('newcomer')
    expect(followed.document.nodes.newcomer?.props.heading).toBe('New here')
    expect(followed.document.nodes[followed.document.root[1] ?? '']?.props.heading).toBe('Wer wir sind')
    const { items } = await ask<{ items: unknown[] }>('GET', `/pages/${page.id}/revisions`)
    expect(items.length).toBeGreaterThan(0)
  })
})

describe('a translation of a post', () => {
  test('has the same address below its language, and the categories of its original', async () => {
    const site = await startSite()
    await site.add('de')
    const { websiteId } = site
    const original = await ask<{ id: string; slug: string }>('POST', '/cms/posts', {
      ...{
        websiteId,
        title: 'Good news',
        content: '<p>It works.</p>',
        categories: ['News'],
        status: 'published',
      },
    })
    const post = await ask<Record<string, unknown>>('POST', `/cms/posts/${original.id}/translations`, {
      ...{ language: 'de', title: 'Gute Nachrichten', slug: original.slug },
    })
    expect(post).toMatchObject({
      language: 'de',
      slug: 'good-news',
      title: 'Gute Nachrichten',
      status: 'draft',
    })
    expect(post.categories).toEqual(['News'])
    expect(String(post.url)).toMatch(/\/de\/blog\/good-news$/)
    expectProblem(
      await call('POST', `/cms/posts/${original.id}/translations`, { language: 'de' }),
      'conflict',
    )
    const { items } = await ask<{ items: Translation[] }>('GET', `/cms/posts/${post.id}/translations`)
    expect(items.map(({ code, state }) => [code, state])).toEqual([
      ['en', 'published'],
      ['de', 'draft'],
    ])
  })
})

describe('all that is missing', () => {
  test('is begun at once, and a second time there is nothing left to begin', async () => {
    const site = await startSite()
    const german = await site.add('de')
    const { pages, posts } = german
    expect(await ask('POST', `/site-languages/${german.id}/drafts`, {})).toEqual({
      ...{ pages: pages.missing, posts: posts.missing },
    })
    expect((await site.languages())[1]).toMatchObject({
      pages: { missing: 0, draft: pages.missing },
      posts: { missing: 0, draft: posts.missing },
    })
    expect((await site.find('/de')).title).toBe((await site.find('/')).title)
    expect(await ask('POST', `/site-languages/${german.id}/drafts`, {})).toEqual({ pages: 0, posts: 0 })
  })
})

describe('texts for translators', () => {
  test.each(['xliff-1.2', 'xliff-2.0', 'csv'])('go out and come back as %s', async (format) => {
    const site = await startSite()
    const german = await site.add('de')
    const path = `/site-languages/${german.id}/file`
    const out = await ask<{ fileName: string; content: string }>('GET', `${path}?format=${format}`)
    expect(out.fileName).toMatch(/-de\.(xlf|csv)$/)
    const about = await site.find('/about')
    const { document } = await ask<PageDetail>('GET', `/pages/${about.id}`)
    const heading = String(document.nodes[document.root[0] ?? '']?.props.heading)
    expect(out.content).toContain(heading)

    const unchanged = await ask('POST', path, { format, content: out.content })
    expect(unchanged).toEqual({ pages: 0, posts: 0, texts: 0, unknown: 0 })
    expect((await site.languages())[1]?.pages.draft).toBe(0)

    const key = `document.${document.root[0]}.heading`
    const filled = {
      csv: `Part,Place,Original,Translation\r\npage-${about.id},${key},${JSON.stringify(heading)},Wer wir sind\r\nshared,t9,About us,Über uns\r\npage-${about.id},document.gone,Gone,Weg\r\n`,
      'xliff-1.2': `<xliff version="1.2"><file original="page-${about.id}" target-language="de"><body><trans-unit id="${key}"><source>${heading}</source><target>Wer wir sind</target></trans-unit><trans-unit id="document.gone"><source>Gone</source><target>Weg</target></trans-unit></body></file><file original="shared"><body><trans-unit id="t9"><source>About us</source><target>Über uns</target></trans-unit></body></file></xliff>`,
      'xliff-2.0': `<xliff version="2.0" trgLang="de"><file id="page-${about.id}"><unit id="${key}"><segment><source>${heading}</source><target>Wer wir sind</target></segment></unit><unit id="document.gone"><segment><source>Gone</source><target>Weg</target></segment></unit></file><file id="shared"><unit id="t9"><segment><source>About us</source><target>Über uns</target></segment></unit></file></xliff>`,
    }[format]
    const imported = await ask('POST', path, { format, content: filled })
    expect(imported).toEqual({ pages: 1, posts: 0, texts: 1, unknown: 1 })
    const page = await ask<PageDetail>('GET', `/pages/${(await site.find('/de/about')).id}`)
    expect(page.document.nodes[document.root[0] ?? '']?.props.heading).toBe('Wer wir sind')
    const again = await ask<{ content: string }>('GET', `${path}?format=${format}`)
    expect(again.content).toContain('Wer wir sind')
    expect(again.content).toContain('Über uns')
    expect(await ask('POST', path, { format, content: again.content })).toMatchObject({
      pages: 1,
      unknown: 0,
    })
  })

  test('are refused where they are for another language or hostile, and HTML in them is made safe', async () => {
    const site = await startSite()
    const german = await site.add('de')
    const path = `/site-languages/${german.id}/file`
    const french = '<xliff version="2.0" trgLang="fr"><file id="shared"></file></xliff>'
    expectProblem(await call('POST', path, { format: 'xliff-2.0', content: french }), 'invalid_input')
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>'
    expect((await call('POST', path, { format: 'xliff-1.2', content: bomb })).status).toBe(200)
    const post = await ask<{ id: string }>('POST', '/cms/posts', {
      ...{ websiteId: site.websiteId, title: 'Safe', content: '<p>Text</p>', status: 'published' },
    })
    const row = `post-${post.id},content,<p>Text</p>,<p>Wort</p><script>alert(1)</script>`
    const content = `Part,Place,Original,Translation\r\n${row}\r\n`
    expect(await ask('POST', path, { format: 'csv', content })).toMatchObject({ posts: 1 })
    const { items } = await ask<{ items: Translation[] }>('GET', `/cms/posts/${post.id}/translations`)
    expect((await ask<{ content: string }>('GET', `/cms/posts/${items[1]?.id}`)).content).toBe('<p>Wort</p>')
  })
})

describe('what all pages share', () => {
  test('is translated text by text, and an empty translation takes one back', async () => {
    const site = await startSite()
    const german = await site.add('de')
    const path = `/site-languages/${german.id}/texts`
    const { items } = await ask<{ items: { source: string; place: string }[] }>('GET', path)
    expect(items.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['site', 'header', 'footer', 'menu', 'form']),
    )
    const texts = [
      { source: 'Contact', text: 'Kontakt' },
      { source: 'About us', text: 'Über uns' },
    ]
    const saved = await ask<{ items: unknown[] }>('PUT', path, { texts })
    expect(saved.items).toEqual(expect.arrayContaining([expect.objectContaining(texts[0] ?? {})]))
    expect((await site.languages())[1]?.texts.translated).toBe(2)
    await ask('PUT', path, { texts: [{ source: 'Contact', text: '' }] })
    expect((await site.languages())[1]?.texts.translated).toBe(1)
  })
})

describe('a published website of two languages', () => {
  test('speaks each at its own addresses, once the language is public', async () => {
    const site = await startSite()
    const german = await site.add('de')
    await site.show(await site.translate('/', 'de', { title: 'Start' }))
    const about = await site.translate('/about', 'de', { path: '/wir' })
    await setHeading(about, 'Wer wir sind')
    await site.show(await ask<PageDetail>('GET', `/pages/${about.id}`))
    await ask('PUT', `/site-languages/${german.id}/texts`, {
      texts: [{ source: 'Contact', text: 'Kontakt' }],
    })
    await site.publish()
    expect((await browse(site.host, '/de/wir')).status).toBe(404)

    await ask('PATCH', `/site-languages/${german.id}`, { isPublic: true })
    await site.publish()
    const page = await site.read('/de/wir', 'Wer wir sind')
    expect(page).toContain('<html lang="de"')
    expect(page).toMatch(/<link rel="alternate" hreflang="en" href="[^"]+\/about"/)
    expect(page).toMatch(/<link rel="alternate" hreflang="x-default" href="[^"]+\/about"/)
    const header = page.match(/<header class="site-header">.*?<\/header>/s)?.[0] ?? ''
    expect(header).toContain('href="/de/wir"')
    expect(header).toContain('<a href="/de/contact">Kontakt</a>')
    expect(header).toContain('href="/about" lang="en"')

    const contact = await site.read('/de/contact', '<html lang="de"')
    expect(contact).toMatch(/<link rel="canonical" href="[^"]+[^e]\/contact"/)
    expect(contact).toMatch(/<main[^>]* lang="en"/)
    const sitemap = (await browse(site.host, '/sitemap.xml')).text
    expect(sitemap).toMatch(/hreflang="de" href="[^"]+\/de\/wir"/)
    expect(sitemap).not.toContain('/de/contact')
    expect((await browse(site.host, '/de/nowhere')).text).toContain('Diese Seite gibt es nicht')

    await ask('PATCH', `/site-languages/${german.id}`, { fallback: 'none' })
    await site.publish()
    await eventually(async () => (await browse(site.host, '/de/contact')).status === 404 || undefined)
  })

  test('changes its own language, and old addresses lead to the new ones', async () => {
    const site = await startSite()
    const german = await site.add('de', { isPublic: true })
    await site.add('fr')
    await site.show(await site.translate('/', 'de', { title: 'Start' }))
    await site.show(await site.translate('/about', 'de', { path: '/wir' }))
    await ask('PUT', `/site-languages/${german.id}/texts`, {
      texts: [{ source: 'About us', text: 'Über uns' }],
    })
    const { items } = await ask<{ items: Language[] }>('PUT', `${site.site}/default-language`, { code: 'de' })
    expect(items.map(({ code, isDefault }) => [code, isDefault])).toEqual([
      ['de', true],
      ['en', false],
      ['fr', false],
    ])
    const paths = (await site.pages()).map(({ path, language }) => `${language}:${path}`)
    expect(paths).toEqual(expect.arrayContaining([':/', ':/wir', 'en:/en', 'en:/en/about', 'en:/en/contact']))
    await site.publish()
    const page = await site.read('/wir', '<html lang="de"')
    expect(page).toContain('<a href="/wir" aria-current="page">Über uns</a>')
    expect(await site.read('/en/about', '<html lang="en"')).toContain('>About us</a>')
    expect((await browse(site.host, '/about')).headers.location).toBe('/en/about')
    expect((await browse(site.host, '/de/wir')).headers.location).toBe('/wir')
    expect((await browse(site.host, '/de')).headers.location).toBe('/')
  })

  test('loses with a language its pages and posts, and nothing else', async () => {
    const site = await startSite()
    const before = await site.pages()
    const german = await site.add('de', { isPublic: true })
    await ask('POST', `/site-languages/${german.id}/drafts`, {})
    const gone = await site.find('/de/about')
    await ask('DELETE', `/site-languages/${german.id}`)
    expect(await site.pages()).toEqual(before)
    expectProblem(await call('POST', `/pages/${gone.id}/restoration`), 'conflict')
    await site.add('de')
    expect((await ask<PageDetail>('POST', `/pages/${gone.id}/restoration`)).path).toBe('/de/about')
  })
})
