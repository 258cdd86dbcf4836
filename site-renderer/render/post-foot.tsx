import { CLAPS_PATH } from '#workers/sites/site-paths.contract.ts'
import type { AuthorCard, PostRoute } from '#workers/sites/snapshot.contract.ts'
import { Avatar, Icon } from '../blocks/parts.tsx'
import { PostCards } from '../blocks/posts/post-cards.tsx'
import { safeHref } from '../blocks/safe-href.ts'
import { fill, type Words } from '../words/words.ts'
import { encodePath } from './addresses.ts'
import { type PostProps, Terms } from './post-parts.tsx'

/** What follows a post: applause, ways to share it, who wrote it, and what to read next. */
export function PostFoot({ post, site, page, origin, words }: PostProps & { words: Words }) {
  const { route } = post
  const next = route.series?.parts[route.series.part]
  return (
    <div class="post-foot">
      <Terms terms={route.tags} label={words.tags} />
      <div class="acts">
        {route.claps !== undefined && <Claps count={route.claps} path={page.path} words={words} />}
        <Share title={route.title} url={origin + encodePath(page.path)} words={words} />
      </div>
      {next && route.series && (
        <a class="next-part" href={safeHref(next.path)}>
          <span>{fill(words.part, { part: route.series.part + 1, parts: route.series.parts.length })}</span>
          <b>{next.label}</b>
        </a>
      )}
      {route.signature && <Signature author={route.signature} words={words} />}
      <Around route={route} words={words} />
      {route.related && route.related.length > 0 && (
        <section class="related" aria-labelledby="related">
          <h2 class="title" id="related">
            {words.related}
          </h2>
          <PostCards posts={route.related} locale={site.locale} level={3} />
        </section>
      )}
    </div>
  )
}

/** A form, so that it works without a script; thanks appear when the answer leads back to them. */
function Claps({ count, path, words }: { count: number; path: string; words: Words }) {
  return (
    <form class="claps" method="post" action={CLAPS_PATH} id="claps">
      <input type="hidden" name="path" value={path} />
      <button type="submit" class="clap">
        <Icon name="heart" />
        {words.clap}
        {count > 0 && <span class="count">{count}</span>}
      </button>
      <p class="thanks" id="clapped" role="status">
        {words.clapped}
      </p>
    </form>
  )
}

const sharers: readonly [label: string, address: (url: string, title: string) => string][] = [
  ['LinkedIn', (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
  ['Facebook', (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  ['X', (url, title) => `https://x.com/intent/post?url=${url}&text=${title}`],
  ['Bluesky', (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`],
  ['WhatsApp', (url, title) => `https://wa.me/?text=${title}%20${url}`],
]

/** Plain links: nothing of anybody else is loaded until a reader follows one. */
function Share({ title, url, words }: { title: string; url: string; words: Words }) {
  const [link, name] = [encodeURIComponent(url), encodeURIComponent(title)]
  return (
    <details class="share">
      <summary>{words.share}</summary>
      <ul>
        <li>
          <a href={`mailto:?subject=${name}&body=${link}`}>{words.email}</a>
        </li>
        {sharers.map(([label, address]) => (
          <li key={label}>
            <a href={address(link, name)} rel="noopener nofollow" target="_blank">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Who wrote it, with the way to everything else they wrote. */
export function Signature({ author, words }: { author: AuthorCard; words: Words }) {
  return (
    <aside class="signature" aria-label={words.writtenBy}>
      <Avatar name={author.name} image={author.avatar ?? { src: '', alt: '' }} />
      <div>
        <p class="name">
          <a rel="author" href={safeHref(author.path)}>
            {author.name}
          </a>
        </p>
        {author.bio && <p>{author.bio}</p>}
        <AuthorLinks author={author} />
      </div>
    </aside>
  )
}

export function AuthorLinks({ author: { links } }: { author: AuthorCard }) {
  const safe = links.flatMap(({ label, href }) => {
    const target = safeHref(href)
    return target ? [{ label, target }] : []
  })
  if (safe.length === 0) return null
  return (
    <ul class="author-links">
      {safe.map(({ label, target }) => (
        <li key={target}>
          <a href={target} rel="me noopener">
            {label}
          </a>
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
