import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { blocks } from '#sites/blocks/registry.ts'
import { templates } from '#workers/sites/templates/index.ts'
import { dataFor, examples, newestPosts } from './block-examples.ts'
import { createSite, siteFrom } from './world.ts'

test('writes', async () => {
  const put = async (id: string, name: string, r: Response) => {
    mkdirSync(`/tmp/preview/${id}`, { recursive: true })
    writeFileSync(`/tmp/preview/${id}/${name}.html`, await r.text())
  }
  for (const t of templates) {
    const s = siteFrom(t)
    const named = siteFrom(t, { name: ({ clinic: 'Linden Dental', studio: 'Field & Frame', hearth: 'The Copper Oven' } as Record<string, string>)[t.id]!, phone: '020 7946 0018', email: 'hello@example.com' }); await put(t.id, '_preview', await named.visit('/'))
    for (const path of [...Object.keys(s.documents), '/nope', '/_dde/thanks', '/feed.xml', '/sitemap.xml'])
      await put(t.id, path.replaceAll('/', '_'), await s.visit(path))
    await put(
      t.id,
      '_formerror',
      await s.visit('/_dde/render/form', {
        method: 'POST',
        body: JSON.stringify({
          path: '/contact',
          formId: 'form-1',
          values: { name: 'Ada', message: 'Hello\nthere' },
          errors: {
            email: 'Please give us your email address.',
            [t.id === 'clinic' ? 'reason' : 'phone']: 'Please choose one.',
          },
        }),
      }),
    )
    await put(
      t.id,
      '_formlost',
      await s.visit('/_dde/render/form', {
        method: 'POST',
        body: JSON.stringify({
          path: '/gone',
          formId: 'form-1',
          values: {},
          errors: { email: 'Please give us your email address.' },
        }),
      }),
    )
    await put(t.id, '_unavailable', await s.visit('/', { target: { status: 'suspended' } }))
    const base = s.site
    const nodes: Record<string, unknown> = {},
      root: string[] = [],
      data: Record<string, unknown> = {}
    for (const b of blocks)
      for (const tone of ['default', 'muted', 'brand', 'ink']) {
        if (['navigation', 'footer'].includes(b.type)) continue
        const id = `${b.type}-${tone}`
        root.push(id)
        nodes[id] = { type: b.type, version: 1, props: examples[b.type], style: { tone } }
        if (dataFor[b.type]) data[id] = dataFor[b.type]
      }
    const k1 = createSite(base, {
      '/': {
        kind: 'page',
        title: 'All',
        seo: {},
        document: {
          version: 1,
          root: root.filter((r) => r.endsWith('-default')),
          nodes: Object.fromEntries(Object.entries(nodes).filter(([i]) => i.endsWith('-default'))),
        } as never,
        data: data as never,
      },
    })
    await put(t.id, '_one', await k1.visit('/'))
    const html = `<h2>Second</h2><p>Lorem <a href="#">link</a> and <code>code</code>, <strong>strong</strong> and <em>em</em>. A note<sup><a href="#fn1">1</a></sup>. ${'Long text that goes on. '.repeat(12)}</p><figure class="alignleft"><img src="/_dde/art/clinic-tools.svg" alt="x"><figcaption>A caption</figcaption></figure><p>${'Text flowing around a picture. '.repeat(16)}</p><h3>Third</h3><ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul><ol><li>One</li><li>Two</li></ol><blockquote><p>Quoted words</p><cite>Somebody</cite></blockquote><pre><code>const veryLong = 'line'.repeat(100) // this is a long line of code that has to scroll inside its box and not the page</code></pre><table><thead><tr><th>Aaa</th><th>Bbb</th><th>Ccc</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table><dl><dt>Term</dt><dd>Definition</dd></dl><iframe src="about:blank" title="Video" width="560" height="315"></iframe><div class="wp-caption aligncenter" style="width:300px"><img src="/_dde/art/clinic-door.svg" alt="" width="300"><p class="wp-caption-text">WP caption</p></div><div class="gallery gallery-columns-3"><figure class="gallery-item"><img src="/_dde/art/clinic-calm.svg" alt=""></figure><figure class="gallery-item"><img src="/_dde/art/clinic-gums.svg" alt=""></figure><figure class="gallery-item"><img src="/_dde/art/clinic-urgent.svg" alt=""></figure></div><hr><p>End.</p><ol class="footnotes"><li id="fn1">A footnote.</li></ol>`
    const dark = {
      ...base,
      theme: {
        ...base.theme,
        colors: {
          background: '#14161a',
          muted: '#1c1f25',
          ink: '#e9e6df',
          text: '#ecebe7',
          textMuted: '#a9abb2',
          line: '#30343c',
          brand: '#e8b04a',
          onBrand: '#1b1405',
        },
      },
    }
    for (const [name, site] of [
      ['', base],
      ['dark', dark],
    ] as const) {
      const k = createSite(site, {
        '/': {
          kind: 'page',
          title: 'All',
          seo: {},
          document: { version: 1, root, nodes } as never,
          data: data as never,
        },
        '/post': {
          kind: 'post',
          title: 'A post with everything an article may hold',
          seo: {},
          html,
          excerpt: 'What it is about.',
          author: 'Ada Lovelace',
          publishedAt: '2026-03-04T09:00:00Z',
          cover: { src: '/_dde/art/studio-question.svg', alt: 'Balance' },
          categories: [{ label: 'Design', path: '/category/design' }],
          tags: [
            { label: 'type', path: '/tag/type' },
            { label: 'paper', path: '/tag/paper' },
          ],
          previous: { label: 'The one before it', path: '/a' },
          next: { label: 'The next one with a longer title', path: '/b' },
          comments: [
            { id: '1', author: 'Grace', html: '<p>First!</p>', createdAt: '2026-03-05T09:00:00Z' },
            {
              id: '2',
              parentId: '1',
              author: 'Ada',
              html: '<p>Second, with a <a href="/">link</a>.</p>',
              createdAt: '2026-03-06T09:00:00Z',
            },
            {
              id: '3',
              parentId: '2',
              author: 'Grace',
              html: '<p>Third</p>',
              createdAt: '2026-03-06T10:00:00Z',
            },
          ],
        },
        '/list': {
          kind: 'listing',
          title: 'Notes',
          description: 'All of them.',
          seo: {},
          posts: [...newestPosts, ...newestPosts.map((p) => ({ ...p, path: p.path + 'x' }))],
          page: 4,
          pages: 9,
          basePath: '/list',
        },
      })
      for (const p of ['/', '/post', '/list'])
        await put(t.id, `_kit${name}${p.replaceAll('/', '_')}`, await k.visit(p))
    }
  }
})
