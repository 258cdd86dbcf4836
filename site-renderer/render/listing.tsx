import type { ListingRoute } from '#workers/sites/snapshot.contract.ts'
import { Pager } from '../blocks/pager.tsx'
import { Heading } from '../blocks/parts.tsx'
import { PostCards } from '../blocks/posts/post-cards.tsx'
import { fill, wordsFor } from '../words/words.ts'
import { AuthorLinks } from './post-foot.tsx'

export function Listing({ listing, locale }: { listing: ListingRoute; locale: string }) {
  const words = wordsFor(locale)
  const { title, description, page, posts } = listing
  return (
    <section class="block">
      <div class="inner">
        <div class="head">
          <Heading level={1} class="display">
            {title}
          </Heading>
          {page > 1 ? (
            <p class="lead">{fill(words.page, { page })}</p>
          ) : (
            description && <p class="lead">{description}</p>
          )}
          {listing.author && <AuthorLinks author={listing.author} />}
        </div>
        {posts.length > 0 ? (
          <PostCards
            posts={posts}
            locale={locale}
            level={2}
            {...(listing.partsFrom && { partsFrom: listing.partsFrom })}
          />
        ) : (
          <p class="empty">{words.noPosts}</p>
        )}
        <Pager place={listing} words={words} />
      </div>
    </section>
  )
}
