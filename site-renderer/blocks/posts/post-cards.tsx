import type { PostCard } from '#workers/sites/snapshot.contract.ts'
import { fill, formatDay, wordsFor } from '../../words/words.ts'
import type { HeadingLevel } from '../block.ts'
import { Heading, hasPhoto, Photo } from '../parts.tsx'
import { safeHref } from '../safe-href.ts'

interface PostCardsProps {
  posts: PostCard[]
  locale: string
  level: HeadingLevel
  /** Numbers them as parts of a series, beginning with this one. */
  partsFrom?: number
}

/** Posts as cards; the whole card is the link's to click, and the title is its name. */
export function PostCards({ posts, locale, level, partsFrom }: PostCardsProps) {
  return (
    <ul class="post-cards">
      {posts.map((post, index) => (
        <li key={post.path}>
          <article>
            {post.cover && hasPhoto(post.cover) && <Photo image={{ ...post.cover, alt: '' }} />}
            <p class="meta">
              {partsFrom && <b>{fill(wordsFor(locale).partNumber, { part: partsFrom + index })}</b>}
              <time dateTime={post.publishedAt}>{formatDay(post.publishedAt, locale)}</time>
              {post.author && <span>{post.author}</span>}
            </p>
            <Heading level={level} class="subtitle">
              <a href={safeHref(post.path)}>{post.title}</a>
            </Heading>
            {post.excerpt && <p>{post.excerpt}</p>}
          </article>
        </li>
      ))}
    </ul>
  )
}
