import type { SeriesPlace } from '#workers/sites/snapshot.contract.ts'
import { hasPhoto, Photo } from '../blocks/parts.tsx'
import { Prose } from '../blocks/rich-text/prose.tsx'
import { safeHref } from '../blocks/safe-href.ts'
import { fill, formatDay, type Words, wordsFor } from '../words/words.ts'
import { Comments } from './comments.tsx'
import type { OutlineItem } from './outline.ts'
import { PostFoot } from './post-foot.tsx'
import { type PostProps, Terms } from './post-parts.tsx'
import type { PreparedPost } from './prepared-route.ts'

/** With fewer headings a reader sees them all anyway. */
const OUTLINE_FROM = 3

export function Post(props: PostProps) {
  const { post, site } = props
  const words = wordsFor(site.locale)
  const { route, html, outline, threads } = post
  return (
    <article class="block post">
      <div class="progress" aria-hidden="true" />
      <div class="inner">
        <PostHead post={post} locale={site.locale} words={words} />
        {route.cover && hasPhoto(route.cover) && <Photo class="cover" image={route.cover} isFirst />}
        {route.series && <SeriesBox series={route.series} words={words} />}
        {outline.length >= OUTLINE_FROM && <Contents outline={outline} words={words} />}
        <Prose html={html} />
        <PostFoot {...props} words={words} />
        {(threads.length > 0 || route.takesComments) && <Comments {...props} words={words} />}
      </div>
    </article>
  )
}

function PostHead({
  post: { route, intro, minutes },
  locale,
  words,
}: {
  post: PreparedPost
  locale: string
  words: Words
}) {
  const { author, signature } = route
  const [before = '', after = ''] = words.by.split('{author}')
  return (
    <header class="post-head">
      <Terms terms={route.categories} label={words.categories} />
      <h1 class="display">{route.title}</h1>
      {intro && <p class="lead">{intro}</p>}
      <p class="meta">
        {author && (
          <span>
            {before}
            {signature ? (
              <a rel="author" href={safeHref(signature.path)}>
                {author}
              </a>
            ) : (
              author
            )}
            {after}
          </span>
        )}
        <time dateTime={route.publishedAt}>{formatDay(route.publishedAt, locale)}</time>
        <span>{fill(words.minutes, { count: minutes })}</span>
      </p>
    </header>
  )
}

/** All parts of the series, folded away until somebody wants them. */
function SeriesBox({ series: { name, path, part, parts }, words }: { series: SeriesPlace; words: Words }) {
  return (
    <div class="series">
      <p>
        <a href={safeHref(path)}>{name}</a>
      </p>
      <details>
        <summary>{fill(words.part, { part, parts: parts.length })}</summary>
        <ol>
          {parts.map((each, index) => (
            <li key={each.path}>
              {index + 1 === part ? (
                <b aria-current="page">{each.label}</b>
              ) : (
                <a href={safeHref(each.path)}>{each.label}</a>
              )}
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

function Contents({ outline, words }: { outline: OutlineItem[]; words: Words }) {
  return (
    <nav class="contents" aria-label={words.contents}>
      <details>
        <summary>{words.contents}</summary>
        <ol>
          {outline.map(({ id, text, level }) => (
            <li key={id} data-level={level}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
