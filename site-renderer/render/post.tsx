import type { PostRoute, TermLink } from '#workers/sites/snapshot.contract.ts'
import { hasPhoto, Photo } from '../blocks/parts.tsx'
import { Prose } from '../blocks/rich-text/prose.tsx'
import { safeHref } from '../blocks/safe-href.ts'
import { fill, formatDay, type Words, wordsFor } from '../words/words.ts'
import type { PreparedPost, Thread } from './prepared-route.ts'

export function Post({ post, locale }: { post: PreparedPost; locale: string }) {
  const words = wordsFor(locale)
  const { route, html, threads } = post
  const hasFoot = route.tags.length > 0 || route.previous || route.next || threads.length > 0
  return (
    <article class="block post">
      <div class="inner">
        <PostHead post={post} locale={locale} words={words} />
        {route.cover && hasPhoto(route.cover) && <Photo class="cover" image={route.cover} isFirst />}
        <Prose html={html} />
        {hasFoot && (
          <div class="post-foot">
            <Terms terms={route.tags} label={words.tags} />
            <Around route={route} words={words} />
            {threads.length > 0 && <Comments post={post} locale={locale} words={words} />}
          </div>
        )}
      </div>
    </article>
  )
}

interface PartProps {
  post: PreparedPost
  locale: string
  words: Words
}

function PostHead({ post: { route, intro, minutes }, locale, words }: PartProps) {
  return (
    <header class="post-head">
      <Terms terms={route.categories} label={words.categories} />
      <h1 class="display">{route.title}</h1>
      {intro && <p class="lead">{intro}</p>}
      <p class="meta">
        {route.author && <span>{fill(words.by, { author: route.author })}</span>}
        <time dateTime={route.publishedAt}>{formatDay(route.publishedAt, locale)}</time>
        <span>{fill(words.minutes, { count: minutes })}</span>
      </p>
    </header>
  )
}

function Terms({ terms, label }: { terms: TermLink[]; label: string }) {
  if (terms.length === 0) return null
  return (
    <ul class="terms" aria-label={label}>
      {terms.map((term) => (
        <li key={term.path}>
          <a href={safeHref(term.path)}>{term.label}</a>
        </li>
      ))}
    </ul>
  )
}

function Around({ route: { previous, next }, words }: { route: PostRoute; words: Words }) {
  if (!previous && !next) return null
  return (
    <nav class="around" aria-label={words.morePosts}>
      {previous && (
        <a rel="prev" href={safeHref(previous.path)}>
          <span>{words.previous}</span>
          <b>{previous.label}</b>
        </a>
      )}
      {next && (
        <a rel="next" class="later" href={safeHref(next.path)}>
          <span>{words.next}</span>
          <b>{next.label}</b>
        </a>
      )}
    </nav>
  )
}

function Comments({ post: { route, threads }, locale, words }: PartProps) {
  const count = route.comments.length
  return (
    <section class="comments" aria-labelledby="comments">
      <h2 class="title" id="comments">
        {count === 1 ? words.oneComment : fill(words.comments, { count })}
      </h2>
      <Threads threads={threads} locale={locale} />
    </section>
  )
}

function Threads({ threads, locale }: { threads: Thread[]; locale: string }) {
  return (
    <ol>
      {threads.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <article>
            <p class="meta">
              <b class="name">{comment.author}</b>
              <time dateTime={comment.createdAt}>{formatDay(comment.createdAt, locale)}</time>
            </p>
            <Prose html={comment.html} />
          </article>
          {comment.replies.length > 0 && <Threads threads={comment.replies} locale={locale} />}
        </li>
      ))}
    </ol>
  )
}
