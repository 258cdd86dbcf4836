import { describe, expect, test } from 'vitest'
import { attachmentLookup, guessMime, originalUrls } from '#workers/imports/wordpress/attachments.ts'
import { convertItem } from '#workers/imports/wordpress/convert-item.ts'
import type { WxrItem } from '#workers/imports/wordpress/wxr-events.ts'
import { commentXml, type ItemFacts, metaXml, readItem } from './wxr-fixtures.ts'

const context = { attachments: attachmentLookup([]) }
const convert = async (facts: ItemFacts, change: Partial<WxrItem> = {}) =>
  convertItem({ ...(await readItem(facts)), ...change }, context)

async function post(facts: ItemFacts, change: Partial<WxrItem> = {}) {
  const conversion = await convert(facts, change)
  if (conversion.outcome !== 'post') throw new Error(`The item was ${conversion.outcome}.`)
  return conversion.post
}

describe('a post', () => {
  test('comes over with everything that belongs to it', async () => {
    expect(
      await post({
        id: 12,
        title: 'Rye &amp; <em>wheat</em>',
        content: 'Hello\n\nthere',
        slug: 'rye_and-wheat',
        more:
          '<category domain="category" nicename="bread">Bread</category><category domain="post_tag" nicename="rye">Rye</category><category domain="post_format" nicename="post-format-aside">Aside</category>' +
          metaXml('_thumbnail_id', '99') +
          metaXml('_yoast_wpseo_title', '%%title%% | x') +
          metaXml('_yoast_wpseo_metadesc', 'All about rye') +
          commentXml(1),
      }),
    ).toEqual({
      kind: 'post',
      sourceId: 12,
      title: 'Rye & wheat',
      slug: 'rye-and-wheat',
      contentHtml: '<p>Hello</p>\n<p>there</p>',
      excerpt: 'Hello there',
      status: 'published',
      publishedAt: '2012-01-31T09:00:00.000Z',
      author: 'anna',
      categories: [{ slug: 'bread', name: 'Bread' }],
      tags: [{ slug: 'rye', name: 'Rye' }],
      comments: [
        expect.objectContaining({
          sourceId: 1,
          html: '<p>Nice</p>',
          status: 'approved',
          authorUrl: 'https://bo.example/',
        }),
      ],
      skippedComments: [],
      isSticky: false,
      oldPath: '/rye_and-wheat/',
      parentId: 0,
      menuOrder: 0,
      featuredImageId: 99,
      seo: { description: 'All about rye' },
      notes: [],
    })
  })

  test.each([
    ['publish', 'published', 0],
    ['future', 'scheduled', 0],
    ['draft', 'draft', 0],
    ['pending', 'draft', 1],
    ['private', 'draft', 1],
    ['archived', 'draft', 1],
  ])('that is %s becomes %s', async (source, status, notes) => {
    const converted = await post({ status: source })
    expect(converted.status).toBe(status)
    expect(converted.notes).toHaveLength(notes)
  })

  test('with a password is not shown to everyone', async () => {
    expect(await post({}, { password: 'secret' })).toMatchObject({
      status: 'draft',
      notes: ['It was protected by a password, so it was imported as a draft.'],
    })
  })

  test.each(['trash', 'auto-draft', 'inherit'])('that is %s is left out with a reason', async (status) => {
    expect(await convert({ status })).toEqual({
      outcome: 'skipped',
      reason: expect.stringMatching(/^It is .+\.$/),
    })
  })

  test.each([
    ['', '', 'hello'],
    ['   ', '', 'hello'],
    ['🎉🎉', '🎉🎉', ''],
    ['שלום עולם', 'שלום עולם', 'שלום-עולם'],
    ['5 &lt; 6', '5 < 6', '5-6'],
    ['<script>x</script>Title', 'Title', 'title'],
    ['Two\nlines', 'Two lines', 'two-lines'],
  ])('titled %j is titled %j', async (source, title, slug) => {
    const converted = await post({ id: 7, title: source, slug: title === '' ? 'hello' : '' })
    expect(converted.title).toBe(title)
    expect(converted.slug).toBe(slug || 'post-7')
    expect(converted.notes).toEqual(title === '' ? ['It has no title.'] : [])
  })

  test('with an endless title has it shortened with a note', async () => {
    const converted = await post({ title: '🍞'.repeat(1000) })
    expect(Array.from(converted.title)).toHaveLength(300)
    expect(converted.notes).toEqual(['Its title had 1000 characters and was shortened to 300.'])
  })

  test('keeps its old path with its query', async () => {
    expect(await post({}, { link: 'https://old.example/?p=12' })).toMatchObject({ oldPath: '/?p=12' })
    expect(await post({}, { link: 'not a link' })).not.toHaveProperty('oldPath')
  })

  test('too long to be read fails with a reason', async () => {
    expect(await convert({ content: 'x'.repeat(2_100_000) })).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('2000000'),
    })
  })

  test('without a date takes the next best', async () => {
    const item = await readItem({})
    const { dateGmt: _gmt, pubDate: _published, ...undated } = item
    expect(convertItem(undated, context)).toMatchObject({ post: { publishedAt: '2012-01-31T10:00:00.000Z' } })
  })
})

describe('other items', () => {
  test('attachments tell where their file is', async () => {
    expect(
      await convert({
        id: 5,
        type: 'attachment',
        status: 'inherit',
        title: 'Photo',
        excerpt: 'Caption',
        parent: 12,
        more:
          '<wp:attachment_url>https://old.example/a.PNG?x=1</wp:attachment_url>' +
          metaXml('_wp_attachment_image_alt', 'Alt'),
      }),
    ).toEqual({
      outcome: 'attachment',
      attachment: {
        id: 5,
        url: 'https://old.example/a.PNG?x=1',
        title: 'Photo',
        alt: 'Alt',
        caption: 'Caption',
        description: '',
        mime: 'image/png',
        parentId: 12,
        menuOrder: 0,
      },
    })
    expect(await convert({ type: 'attachment' })).toEqual({
      outcome: 'failed',
      reason: 'It does not say where its file is.',
    })
  })

  test('types there is no place for are left out with a reason', async () => {
    expect(await convert({ type: 'product' })).toEqual({
      outcome: 'skipped',
      reason: 'There is no place here for entries of the type “product”.',
    })
  })

  test('without a number fail with a reason', async () => {
    expect(await convert({ id: '' })).toEqual({ outcome: 'failed', reason: 'It has no number of its own.' })
  })
})

describe('files of the media library', () => {
  test('are known by the addresses of their smaller copies', () => {
    expect(originalUrls('http://old.example/a/photo-300x200.jpg?w=5')).toContain(
      'https://old.example/a/photo.jpg',
    )
    expect(originalUrls('https://old.example/a/photo.jpg')).toContain(
      'https://old.example/a/photo-scaled.jpg',
    )
    expect(originalUrls('https://old.example/a/photo-scaled.jpg')).toContain(
      'https://old.example/a/photo.jpg',
    )
  })

  test('have their type guessed from their name', () => {
    expect(['a.jpg', 'a.JPEG?x', 'a.b.pdf#c', 'a.constructor', 'a'].map(guessMime)).toEqual([
      'image/jpeg',
      'image/jpeg',
      'application/pdf',
      'application/octet-stream',
      'application/octet-stream',
    ])
  })
})
