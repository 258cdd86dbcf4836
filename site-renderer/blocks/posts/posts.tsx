import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Missing, More, SectionHead } from '../parts.tsx'
import { area, choice, line, link } from '../properties.ts'
import { PostCards } from './post-cards.tsx'

export const posts = block({
  type: 'posts',
  version: 1,
  label: 'Newest posts',
  summary: 'The newest posts as cards with their pictures.',
  category: 'blog',
  icon: 'posts',
  props: z.object({
    heading: line('Heading', 'From the blog', 90),
    text: area('Introduction', '', 300),
    count: choice('How many', ['2', '3', '4', '6'], '3'),
    more: link('Link to all', { label: 'All posts', href: '/blog' }),
  }),
  component: ({ heading, text, count, more, data, site, level, edit }) => {
    const newest = data?.kind === 'posts' ? data.posts.slice(0, Number(count)) : []
    if (newest.length === 0)
      return <Missing edit={edit} icon="pen" text="The newest posts stand here once one is published." />
    return (
      <>
        <div class="posts-head">
          <SectionHead heading={heading} text={text} level={level} edit={edit} />
          <More link={more} />
        </div>
        <PostCards posts={newest} locale={site.locale} level={below(level, heading)} />
      </>
    )
  },
})
