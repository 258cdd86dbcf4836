import { describe, expect, test } from 'vitest'
import { typefaceOf } from '#sites/render/typefaces.ts'
import type { Comment, ListingRoute, PostRoute, SnapshotSite } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { fontNames } from '#workers/sites/theme.contract.ts'
import { newestPosts } from './block-examples.ts'
import { createSite, ORIGIN, publishTemplate } from './world.ts'

const { site } = publishTemplate(clinic)

const post: PostRoute = {
  kind: 'post',
  title: 'Ends with </script><script>alert(1)</script>',
  seo: {},
  html: '<h1>Inside</h1><p>Some words.</p><table><tr><td>1</td></tr></table><pre>code</pre>',
  excerpt: 'What it is about.',
  author: 'Ada',
  publishedAt: '2026-03-04T23:30:00Z',
  cover: { src: '/media/a.jpg', alt: 'A picture', width: 1200, height: 800 },
  categories: [{ label: 'Advice', path: '/category/advice' }],
  tags: [{ label: 'teeth', path: '/tag/teeth' }],
  comments: [],
  previous: { label: 'Before', path: '/blog/before' },
  next: { label: 'After', path: '/blog/after' },
}
const listing: ListingRoute = {
  kind: 'listing',
  title: 'Notes',
  description: 'All of them.',
  seo: {},
  posts: newestPosts,
  page: 4,
  pages: 9,
  basePath: '/notes',
}
const comment = (id: string, parentId?: string): Comment => ({
  id,
  author: `Author ${id}`,
  html: `<p>Comment ${id}</p>`,
  createdAt: '2026-03-05T09:00:00Z',
  ...(parentId && { parentId }),
})

async function drawn(document: PostRoute | ListingRoute, changes: Partial<SnapshotSite> = {}) {
  const { visit } = createSite({ ...site, ...changes }, { '/blog': listing, '/it': document })
  return (await visit('/it')).text()
}

describe('a post', () => {
  test('shows its title once as h1, its author, day, terms and neighbours', async () => {
    const html = await drawn(post)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<h2 id="c-inside">Inside</h2>')
    expect(html).toContain('By Ada')
    expect(html).toContain('<time datetime="2026-03-04T23:30:00Z">March 4, 2026</time>')
    for (const path of ['/category/advice', '/tag/teeth', '/blog/before', '/blog/after']) {
      expect(html).toContain(`href="${path}"`)
    }
  })

  test('lets wide tables and code scroll by themselves, by keyboard too', async () => {
    const html = await drawn(post)
    expect(html).toContain('<div class="scroll" tabindex="0"><table>')
    expect(html).toContain('</table></div>')
    expect(html).toContain('<pre tabindex="0">code</pre>')
  })

  test('leaves tables alone when they are not closed', async () => {
    expect(await drawn({ ...post, html: '<table><tr><td>1' })).not.toContain('class="scroll"')
  })

  test('does not repeat an excerpt that is only how the text begins', async () => {
    expect(await drawn(post)).toContain('<p class="lead">What it is about.</p>')
    expect(await drawn({ ...post, html: '<p>What it is about. And more.</p>' })).not.toContain('class="lead"')
    expect(await drawn({ ...post, excerpt: 'Cut off […]' })).not.toContain('class="lead"')
  })

  test('cannot end the script that describes it', async () => {
    const html = await drawn(post)
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    expect(JSON.parse(json)['@graph'][0]).toMatchObject({
      '@type': 'Article',
      headline: post.title,
      image: `${ORIGIN}/media/a.jpg`,
    })
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  test('shows comments below the ones they answer', async () => {
    const html = await drawn({ ...post, comments: [comment('1'), comment('2', '1'), comment('3', 'gone')] })
    expect(html).toContain('3 comments')
    expect(html).toMatch(/Comment 1<\/p><\/div><\/article><ol><li id="comment-2">/)
    expect(html).toContain('Comment 3')
  })

  test('draws deep threads level, and threads in a circle not at all', async () => {
    const deep = Array.from({ length: 40 }, (_, index) =>
      comment(`${index + 1}`, index === 0 ? undefined : `${index}`),
    )
    expect(await drawn({ ...post, comments: deep })).toContain('Comment 40')
    expect(
      await drawn({ ...post, comments: [comment('1', '2'), comment('2', '1'), comment('3')] }),
    ).not.toContain('Comment 1<')
  })
})

describe('a listing', () => {
  test('leads to its neighbours, its ends and the feed', async () => {
    const html = await drawn(listing)
    const pages = [...html.matchAll(/href="(\/notes[^"]*)"/g)].map(([, href]) => href)
    expect(new Set(pages)).toEqual(new Set(['/notes/page/3', '/notes', '/notes/page/5', '/notes/page/9']))
    expect(html).toContain('<span aria-current="page">4</span>')
    expect(html).toContain(`<link rel="prev" href="${ORIGIN}/notes/page/3"`)
    expect(html).toContain('href="/feed.xml"')
  })

  test('says so when there is nothing yet', async () => {
    expect(await drawn({ ...listing, posts: [], page: 1, pages: 1 })).toContain(
      'Nothing has been published here yet.',
    )
  })
})

describe('a theme', () => {
  const colors = {
    ...site.theme.colors,
    brand: 'red;}</style><script>',
    ink: 'url(https://evil.example)',
    text: 'oklch(20% 0.02 180)',
  }

  test('takes colours and nothing else', async () => {
    const html = await drawn(post, { theme: { ...site.theme, colors } })
    expect(html).not.toContain('evil.example')
    expect(html).not.toMatch(/style="[^"]*<\/style>/)
    expect(html).toContain('--c-brand:#2563eb')
    expect(html).toContain('--c-text:oklch(20% 0.02 180)')
  })

  test('writes light on dark and dark on light', async () => {
    expect(await drawn(post)).toContain('color-scheme:light')
    const dark = { ...site.theme.colors, background: '#111', ink: '#eee' }
    const html = await drawn(post, { theme: { ...site.theme, colors: dark } })
    expect(html).toContain('color-scheme:dark')
    expect(html).toContain('--c-on-ink:#111')
  })

  test('asks for the fonts of its design and no others', async () => {
    const wanted = async (fonts: SnapshotSite['theme']['fonts']) =>
      [...(await drawn(post, { theme: { ...site.theme, fonts } })).matchAll(/rel="preload" href="([^"]*)"/g)]
        .map(([, href]) => href?.split('/')[2])
        .join(' ')
    expect(await wanted({ heading: 'fraunces', body: 'dm-sans' })).toBe('fraunces dm-sans')
    expect(await wanted({ heading: 'inter', body: 'inter' })).toBe('inter')
    expect(await wanted({ heading: 'serif', body: 'serif' })).toBe('')
  })

  test('reserves the room of each font before it arrives', async () => {
    for (const heading of fontNames) {
      const html = await drawn(post, { theme: { ...site.theme, fonts: { heading, body: 'inter' } } })
      const { file } = typefaceOf(heading)
      if (file?.fallback) expect(html).toContain(`font-family:"${file.family} Fallback";src:local(`)
      expect(html).toContain('font-display:swap')
    }
  })

  test('draws designs of before there was spacing, scale and shape of buttons', async () => {
    const html = await drawn(post)
    expect(html).toContain('--case:none;--scale:1;--space:1;')
    const theme = { ...site.theme, headings: 'capitals', scale: 'grand', buttons: 'pill' } as const
    expect(await drawn(post, { theme })).toMatch(/--case:uppercase;--scale:1\.22.*--radius-button:99px/)
  })

  test('falls back to Inter and regular sizes for what it does not know', async () => {
    // safe: what somebody may have written past the contract
    const theme = { ...site.theme, fonts: { heading: 'comic', body: 'comic' }, scale: 'huge' } as never
    const html = await drawn(post, { theme })
    expect(html).toContain('--f-head:"Inter Variable')
    expect(html).toContain('--scale:1;')
  })

  test('makes the site’s icon of its initial', async () => {
    const html = await drawn(post, { name: '<Öl>' })
    expect(
      decodeURIComponent(/rel="icon" href="data:image\/svg\+xml,([^"]*)"/.exec(html)?.[1] ?? ''),
    ).toContain('>&lt;</text>')
  })
})
