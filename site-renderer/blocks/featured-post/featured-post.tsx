import * as z from 'zod/mini'
import { formatDay } from '../../words/words.ts'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, Missing, More, Photo, SectionHead } from '../parts.tsx'
import { line, link } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const featuredPost = block({
  type: 'featured-post',
  version: 1,
  label: 'Featured post',
  summary: 'The newest post, large, with its picture.',
  category: 'blog',
  icon: 'featured-post',
  props: z.object({
    heading: line('Heading', '', 90),
    more: line('Words of the link', 'Read the post', 40),
    all: link('Link to all', { label: '', href: '' }),
  }),
  component: ({ heading, more, all, data, site, level, edit }) => {
    const post = data?.kind === 'posts' ? data.posts[0] : undefined
    if (!post)
      return <Missing edit={edit} icon="pen" text="The newest post stands here once one is published." />
    return (
      <>
        <SectionHead heading={heading} level={level} edit={edit} />
        <article class="featured-post">
          {post.cover && hasPhoto(post.cover) && <Photo image={{ ...post.cover, alt: '' }} />}
          <div>
            <p class="meta">
              <time dateTime={post.publishedAt}>{formatDay(post.publishedAt, site.locale)}</time>
              {post.author && <span>{post.author}</span>}
            </p>
            <Heading level={below(level, heading)} class="title">
              <a href={safeHref(post.path)}>{post.title}</a>
            </Heading>
            {post.excerpt && <p class="lead">{post.excerpt}</p>}
            {more && (
              <span class="more" aria-hidden="true" {...edit('more')}>
                {more}
              </span>
            )}
          </div>
        </article>
        <More link={all} />
      </>
    )
  },
})
