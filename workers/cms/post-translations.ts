import { isNull, sql } from 'drizzle-orm'
import { posts } from '#db/schema/index.ts'
import { slugOf } from '../content/slug.contract.ts'
import { audit } from '../core/audit.ts'
import type { Context } from '../core/context.ts'
import type { BodyOf } from '../core/endpoint.contract.ts'
import { expectVersion } from '../core/guards.ts'
import { newId } from '../core/ids.ts'
import { expectLanguage, languageNamed } from '../sites/language-addresses.ts'
import { digestOf } from '../sites/translation-digests.ts'
import type { translationsApi } from '../sites/translations.contract.ts'
import { clientOfPost, siteOfPost, touchSite, writePost } from './post-changes.ts'
import type { Post } from './posts.contract.ts'

/** A draft that is a copy of the original, with its author, picture, categories and tags. */
export function translatePost(
  ctx: Context,
  sourceId: string,
  { language, title, slug }: BodyOf<typeof translationsApi.translatePost>,
): Promise<Post> {
  const id = newId()
  const newSlug = slugOf(slug ?? title ?? '') || undefined
  const code = languageNamed(siteOfPost(sourceId), language)
  const clientId = clientOfPost(sourceId)
  const statements = [
    expectVersion(ctx, posts, sourceId, undefined, isNull(posts.deletedAt)),
    expectLanguage(ctx, code, language),
    ctx.db.execute(sql`
      insert into posts (id, client_id, site_id, language, translation_of, source_digest, slug, title, excerpt, has_own_excerpt,
        content_html, published_at, author_id, cover, seo, is_sticky, takes_comments, search_text, edited_by, edited_at)
      select ${id}::uuid, o.client_id, o.site_id, n.language, o.id, ${digestOf('posts', 'o')}, coalesce(${newSlug ?? null}, o.slug),
        coalesce(${title ?? null}, o.title), o.excerpt, o.has_own_excerpt, o.content_html, o.published_at, o.author_id, o.cover, o.seo,
        o.is_sticky, o.takes_comments, o.search_text, ${ctx.principal.name}, ${ctx.now.toISOString()}::timestamptz
      from posts s join posts o on o.id = coalesce(s.translation_of, s.id), lateral (select ${code} as language) n
      where s.id = ${sourceId}`),
    copyTerms(ctx, id),
    touchSite(ctx, siteOfPost(id)),
    audit(ctx, 'post.translated', id, { language }, { clientId }),
  ]
  return writePost(ctx, id, newSlug ?? '', statements)
}

/** A translation stands under the same categories and tags, whose names the language has in its own words. */
const copyTerms = (ctx: Context, id: string) =>
  ctx.db.execute(sql`
    insert into post_terms (id, client_id, site_id, post_id, term_id)
    select gen_random_uuid(), l.client_id, l.site_id, ${id}::uuid, l.term_id
    from post_terms l join posts p on p.translation_of = l.post_id where p.id = ${id}`)
