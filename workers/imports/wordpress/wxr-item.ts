import type { WxrComment, WxrItem } from './wxr-events.ts'
import { decodeSlug, Fields, instantOf, isNoDate, type Spelling } from './wxr-fields.ts'
import type { ItemProblem } from './wxr-problem.ts'
import type { XmlNode } from './xml-tree.ts'

/** A post type is a key of at most 20 characters in WordPress. */
const POST_TYPE = /^[a-z0-9][a-z0-9_-]{0,39}$/

/** One `<item>`, with what is wrong with it. */
export function readItem(node: XmlNode, spelling: Spelling): { item: WxrItem; problems: ItemProblem[] } {
  const fields = new Fields(node, spelling)
  const problems: ItemProblem[] = []
  const type = fields.word('wp:post_type').toLowerCase()
  const item: WxrItem = {
    ...fields.id('wp:post_id'),
    type: POST_TYPE.test(type) ? type : 'unknown',
    title: fields.text('title'),
    link: fields.word('link'),
    guid: fields.word('guid'),
    creator: fields.word('dc:creator'),
    ...datesOf(fields, problems),
    status: fields.word('wp:status').toLowerCase(),
    slug: fields.slug('wp:post_name'),
    parentId: fields.number('wp:post_parent') ?? 0,
    menuOrder: fields.number('wp:menu_order') ?? 0,
    password: fields.text('wp:post_password'),
    isSticky: fields.word('wp:is_sticky') === '1',
    content: fields.text('content:encoded'),
    excerpt: fields.text('excerpt:encoded'),
    attachmentUrl: fields.word('wp:attachment_url'),
    ...partsOf(node, spelling, problems),
  }
  if (item.id === undefined)
    problems.push({ code: 'missing_id', message: `The entry “${item.title}” has no number of its own.` })
  if (item.type === 'unknown')
    problems.push({ code: 'missing_type', message: `The entry “${item.title}” does not say what it is.` })
  return { item, problems }
}

type Dates = Pick<WxrItem, 'pubDate' | 'dateGmt' | 'modifiedGmt' | 'localDate'>

function datesOf(fields: Fields, problems: ItemProblem[]): Dates {
  const read = (name: string, parse: (text: string) => string | undefined): string | undefined => {
    const text = fields.word(name)
    if (isNoDate(text)) return undefined
    const instant = parse(text)
    if (instant === undefined)
      problems.push({ code: 'bad_date', message: `“${text.slice(0, 60)}” in ${name} is not a date.` })
    return instant
  }
  const pubDate = read('pubDate', publicationOf)
  const dateGmt = read('wp:post_date_gmt', instantOf)
  const modifiedGmt = read('wp:post_modified_gmt', instantOf)
  const localDate = read('wp:post_date', instantOf)?.slice(0, 19)
  return {
    ...(pubDate === undefined ? {} : { pubDate }),
    ...(dateGmt === undefined ? {} : { dateGmt }),
    ...(modifiedGmt === undefined ? {} : { modifiedGmt }),
    ...(localDate === undefined ? {} : { localDate }),
  }
}

/** `Mon, 16 Jun 2008 13:17:54 +0000`. */
function publicationOf(text: string): string | undefined {
  if (!/^[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} (?:[+-]\d{4}|[A-Z]{1,4})$/.test(text))
    return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

type Parts = Pick<WxrItem, 'terms' | 'meta' | 'comments'>

function partsOf(node: XmlNode, spelling: Spelling, problems: ItemProblem[]): Parts {
  const parts: Parts = { terms: [], meta: [], comments: [] }
  for (const child of node.children) {
    const name = spelling(child.name)
    if (name === 'category') parts.terms.push(termOf(child))
    else if (name === 'wp:postmeta') parts.meta.push(metaOf(new Fields(child, spelling)))
    else if (name === 'wp:comment') parts.comments.push(commentOf(new Fields(child, spelling), problems))
  }
  return parts
}

const termOf = (node: XmlNode) => ({
  taxonomy: (node.attributes.get('domain') ?? 'category').trim(),
  slug: decodeSlug((node.attributes.get('nicename') ?? '').trim()),
  name: node.text.trim(),
})

const metaOf = (fields: Fields) => ({ key: fields.word('wp:meta_key'), value: fields.text('wp:meta_value') })

function commentOf(fields: Fields, problems: ItemProblem[]): WxrComment {
  const written = fields.word('wp:comment_date_gmt')
  const date = isNoDate(written) ? instantOf(fields.word('wp:comment_date')) : instantOf(written)
  if (date === undefined)
    problems.push({ code: 'bad_date', message: `A comment has the date “${written.slice(0, 60)}”.` })
  return {
    ...fields.id('wp:comment_id'),
    author: fields.word('wp:comment_author'),
    email: fields.word('wp:comment_author_email'),
    url: fields.word('wp:comment_author_url'),
    ...(date === undefined ? {} : { date }),
    content: fields.text('wp:comment_content'),
    approved: fields.word('wp:comment_approved'),
    type: fields.word('wp:comment_type'),
    parentId: fields.number('wp:comment_parent') ?? 0,
    userId: fields.number('wp:comment_user_id') ?? 0,
  }
}
