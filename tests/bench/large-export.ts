const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old Mill</title><link>http://old.fixture-web.com</link><description>Flour</description><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://old.fixture-web.com</wp:base_site_url><wp:base_blog_url>http://old.fixture-web.com</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ann</wp:author_login><wp:author_email>ann@old.fixture-web.com</wp:author_email><wp:author_display_name>Ann Miller</wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>bread</wp:category_nicename><wp:cat_name><![CDATA[Bread]]></wp:cat_name></wp:category>
`
const FOOT = '</channel></rss>'
const SENTENCE =
  'Flour from the mill is ground slowly between two stones, which keeps it cool and leaves the germ in. '
const POST_BYTES = 5000

/** A site of so many posts of about five thousand bytes as WordPress exports it, each with a comment and links to others. */
export function largeExport(posts: number): Uint8Array {
  const items = Array.from({ length: posts }, (_, at) => post(at + 1, posts))
  return new TextEncoder().encode(HEAD + items.join('') + FOOT)
}

function post(number: number, posts: number): string {
  const other = (number * 7) % posts || 1
  const moment = new Date(Date.UTC(2012, 0, 1) + number * 3_600_000)
    .toISOString()
    .replace('T', ' ')
    .slice(0, 19)
  const paragraphs = Array.from(
    { length: Math.ceil((POST_BYTES - 1500) / (SENTENCE.length * 5)) },
    (_, at) =>
      `<p>${SENTENCE.repeat(5)}<a href="${linkOf(other)}">Part ${at} of another text</a> and <em>more</em>.</p>`,
  )
  return `<item><title>Post number ${number}</title><link>${linkOf(number)}</link><dc:creator>ann</dc:creator><content:encoded><![CDATA[<h2>On flour, ${number}</h2>${paragraphs.join('\n')}]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date>${moment}</wp:post_date><wp:post_date_gmt>${moment}</wp:post_date_gmt><wp:post_name>post-number-${number}</wp:post_name><wp:status>publish</wp:status><wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order><wp:post_type>post</wp:post_type><category domain="category" nicename="bread"><![CDATA[Bread]]></category><wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_author>Rosa</wp:comment_author><wp:comment_author_email>rosa@example.com</wp:comment_author_email><wp:comment_date_gmt>${moment}</wp:comment_date_gmt><wp:comment_content>Words on ${number}.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment></item>
`
}

const linkOf = (number: number) => `http://old.fixture-web.com/2019/04/post-number-${number}/`
