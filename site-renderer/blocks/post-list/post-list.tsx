import * as z from 'zod/mini'
import { formatDay } from '../../words/words.ts'
import { block } from '../block.ts'
import { below, Heading, Missing, More, SectionHead } from '../parts.tsx'
import { area, choice, line, link, toggle } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const postList = block({
  type: 'post-list',
  version: 1,
  label: 'List of posts',
  summary: 'The newest posts as plain lines, with their dates.',
  category: 'blog',
  icon: 'post-list',
  props: z.object({
    heading: line('Heading', 'Latest news', 90),
    text: area('Introduction', '', 300),
    count: choice('How many', ['3', '4', '6', '8', '12'], '6'),
    hasExcerpt: toggle('Show how each begins', true),
    more: link('Link to all', { label: 'All posts', href: '/blog' }),
  }),
  component: ({ heading, text, count, hasExcerpt, more, data, site, level, edit }) => {
    const posts = data?.kind === 'posts' ? data.posts.slice(0, Number(count)) : []
    if (posts.length === 0)
      return <Missing edit={edit} icon="pen" text="The newest posts stand here once one is published." />
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <ul class="post-list">
          {posts.map((post) => (
            <li key={post.path}>
              <time dateTime={post.publishedAt}>{formatDay(post.publishedAt, site.locale)}</time>
              <div>
                <Heading level={below(level, heading)} class="subtitle">
                  <a href={safeHref(post.path)}>{post.title}</a>
                </Heading>
                {hasExcerpt && post.excerpt && <p>{post.excerpt}</p>}
              </div>
            </li>
          ))}
        </ul>
        <More link={more} />
      </>
    )
  },
})
