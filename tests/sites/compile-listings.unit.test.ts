import { expect, test } from 'vitest'
import { listingsOf } from '#workers/sites/compile-listings.ts'
import type { SiteContent } from '#workers/sites/site-reader.ts'
import type { PostCard } from '#workers/sites/snapshot.contract.ts'

const cards: PostCard[] = ['a', 'b', 'c'].map((slug) => ({
  title: slug,
  path: `/blog/${slug}`,
  excerpt: '',
  publishedAt: '2026-05-02T10:00:00.000Z',
}))
const term = (id: string, taxonomy: string) => ({
  id,
  name: `The ${id}`,
  description: '',
  taxonomy,
  slug: id,
})

// safe: listings are made of these parts of a site's content only
const content = {
  site: { blog: {} },
  posts: [
    { id: '1', slug: 'a', authorSlug: 'ada', seriesId: 's', seriesPart: 2 },
    { id: '2', slug: 'b', authorSlug: null, seriesId: null, seriesPart: null },
    { id: '3', slug: 'c', authorSlug: 'ada', seriesId: 's', seriesPart: 1 },
  ],
  authors: [
    { name: 'Ada', slug: 'ada', bio: 'Writes.', avatar: null, links: [] },
    { name: 'Idle', slug: 'idle', bio: '', avatar: null, links: [] },
  ],
  series: [{ id: 's', slug: 'steps', name: 'Step by step', description: '' }],
  terms: [term('news', 'category'), term('teeth', 'category'), term('rat', 'tag'), term('none', 'tag')],
  links: [
    { postId: '3', termId: 'teeth' },
    { postId: '1', termId: 'teeth' },
    { postId: '1', termId: 'rat' },
    { postId: '1', termId: 'news' },
    { postId: 'gone', termId: 'news' },
  ],
} as unknown as SiteContent

test('listings hold their posts in the blog’s order, each card with the names of its categories', () => {
  const listings = [...listingsOf(content, cards)].map(([path, { posts }]) => [
    path,
    posts.map(({ title, categories = [] }) => [title, ...categories].join(', ')),
  ])
  expect(listings).toEqual([
    ['/blog', ['a, The news, The teeth', 'b', 'c, The teeth']],
    ['/blog/category/news', ['a, The news, The teeth']],
    ['/blog/category/teeth', ['a, The news, The teeth', 'c, The teeth']],
    ['/blog/tag/rat', ['a, The news, The teeth']],
    ['/blog/author/ada', ['a, The news, The teeth', 'c, The teeth']],
    ['/blog/series/steps', ['c, The teeth', 'a, The news, The teeth']],
  ])
  expect(cards[0]).not.toHaveProperty('categories')
})
