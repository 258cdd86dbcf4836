const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A small site as WordPress exports it: every kind of thing once or twice, and the awkward cases. */
export function smallExport(): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Old Mill</title><link>http://old.fixture-web.com</link><description>Flour</description><language>en</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://old.fixture-web.com</wp:base_site_url><wp:base_blog_url>http://old.fixture-web.com</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ann</wp:author_login><wp:author_email>ann@old.fixture-web.com</wp:author_email><wp:author_display_name>Ann Miller</wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>bread</wp:category_nicename><wp:cat_name><![CDATA[Bread]]></wp:cat_name></wp:category>
<wp:tag><wp:term_id>4</wp:term_id><wp:tag_slug>rye</wp:tag_slug><wp:tag_name><![CDATA[Rye]]></wp:tag_name></wp:tag>
<wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>main</wp:term_slug><wp:term_name><![CDATA[Main]]></wp:term_name></wp:term>
${item({ id: 10, type: 'attachment', title: 'Mill', link: 'http://old.fixture-web.com/mill', url: 'http://old.fixture-web.com/files/mill.png' })}
${item({ id: 11, type: 'attachment', title: 'Lost', link: 'http://old.fixture-web.com/lost', url: 'http://old.fixture-web.com/files/lost.jpg' })}
${item({ id: 12, type: 'attachment', title: 'Inside', link: 'http://old.fixture-web.com/inside', url: 'http://inside.fixture-web.com/secret.png' })}
${item({
  id: 20,
  title: 'Hello & welcome',
  slug: 'hello',
  link: 'http://old.fixture-web.com/2019/04/hello/',
  content:
    '<p>Flour <img src="http://old.fixture-web.com/files/mill-300x200.png" alt="The mill"> and <a href="http://old.fixture-web.com/about/team/">the team</a>.</p><script>alert(1)</script>',
  terms:
    '<category domain="category" nicename="bread"><![CDATA[Bread]]></category><category domain="post_tag" nicename="rye"><![CDATA[Rye]]></category><category domain="category" nicename="undeclared"><![CDATA[Undeclared]]></category>',
  comments: `${comment(1, 'Rosa', '1')}${comment(2, 'Leo', '1', 1)}${comment(3, 'Pill shop', 'spam')}`,
})}
${item({ id: 21, title: 'Привет, мир', slug: '%d0%bf%d1%80%d0%b8%d0%b2%d0%b5%d1%82', link: 'http://old.fixture-web.com/?p=21', content: 'Первый абзац.\n\nВторой абзац.' })}
${item({ id: 22, title: 'In the bin', slug: 'bin', status: 'trash', link: 'http://old.fixture-web.com/?p=22', content: 'x' })}
${item({ id: 30, type: 'page', title: 'About', slug: 'about', link: 'http://old.fixture-web.com/about/', content: '<p>About us.</p>' })}
${item({ id: 31, type: 'page', title: 'Team', slug: 'team', parent: 30, link: 'http://old.fixture-web.com/about/team/', content: '<p>Ann.</p>' })}
${menuItem(40, 'page', 30, 1)}${menuItem(41, 'page', 31, 2, 40)}
${item({ id: 50, type: 'product', title: 'A plugin’s thing', link: 'http://old.fixture-web.com/product', content: '' })}
</channel></rss>`)
}

interface Item {
  id: number
  title: string
  link: string
  type?: string
  slug?: string
  status?: string
  parent?: number
  content?: string
  url?: string
  terms?: string
  comments?: string
}

function item({
  id,
  title,
  link,
  type = 'post',
  slug = '',
  status = 'publish',
  parent = 0,
  content = '',
  url = '',
  terms = '',
  comments = '',
}: Item): string {
  return `<item><title>${escapeXml(title)}</title><link>${escapeXml(link)}</link><dc:creator>ann</dc:creator><content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2019-04-0${(id % 9) + 1} 10:00:00</wp:post_date><wp:post_date_gmt>2019-04-0${(id % 9) + 1} 10:00:00</wp:post_date_gmt><wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_parent>${parent}</wp:post_parent><wp:menu_order>0</wp:menu_order><wp:post_type>${type}</wp:post_type>${url ? `<wp:attachment_url>${url}</wp:attachment_url>` : ''}${terms}${comments}</item>`
}

function comment(id: number, author: string, approved: string, parent = 0): string {
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${author}</wp:comment_author><wp:comment_author_email>${author.toLowerCase().replaceAll(' ', '')}@example.com</wp:comment_author_email><wp:comment_date_gmt>2019-05-01 10:00:0${id}</wp:comment_date_gmt><wp:comment_content>Words of ${author}.</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`
}

function menuItem(id: number, object: string, objectId: number, order: number, parent = 0): string {
  const meta = {
    _menu_item_type: 'post_type',
    _menu_item_object: object,
    _menu_item_object_id: objectId,
    _menu_item_menu_item_parent: parent,
  }
  const metas = Object.entries(meta).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`,
  )
  return `<item><title></title><link>http://old.fixture-web.com/?p=${id}</link><dc:creator>ann</dc:creator><content:encoded></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_name>${id}</wp:post_name><wp:status>publish</wp:status><wp:post_parent>0</wp:post_parent><wp:menu_order>${order}</wp:menu_order><wp:post_type>nav_menu_item</wp:post_type><category domain="nav_menu" nicename="main"><![CDATA[Main]]></category>${metas.join('')}</item>`
}
