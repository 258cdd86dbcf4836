import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Attachment, attachmentLookup } from '#workers/imports/wordpress/attachments.ts'
import { type ContentContext, convertContent } from '#workers/imports/wordpress/convert-content.ts'
import { checkClean } from '../content/html-safety.ts'

const picture = (id: number, more: Partial<Attachment> = {}): Attachment => ({
  id,
  url: `https://old.example/wp-content/uploads/${id}.jpg`,
  title: `Title ${id}`,
  alt: `Alt ${id}`,
  caption: '',
  description: '',
  mime: 'image/jpeg',
  parentId: 0,
  menuOrder: 0,
  ...more,
})
const context: ContentContext = {
  attachments: attachmentLookup([
    picture(1, { caption: 'One & only' }),
    picture(2, { parentId: 50, menuOrder: 2 }),
    picture(3, { parentId: 50, menuOrder: 1 }),
    picture(4, { url: 'https://old.example/a.mp3', mime: 'audio/mpeg', parentId: 51 }),
  ]),
  reusableBlocks: new Map([[77, '<!-- wp:paragraph --><p>Shared</p><!-- /wp:paragraph -->']]),
}
const convert = (
  content: string,
  { id = 50, excerpt = '', ...more }: Partial<ContentContext> & { id?: number; excerpt?: string } = {},
) =>
  convertContent({ id, link: 'https://old.example/2012/01/post/', content, excerpt }, { ...context, ...more })
const html = (content: string, more = {}) => convert(content, more).html.replace(/\n+/g, '\n')
const img = (id: number) =>
  `<img src="https://old.example/wp-content/uploads/${id}.jpg" alt="Alt ${id}" loading="lazy" decoding="async">`

describe('classic content', () => {
  test('gets paragraphs and safe addresses', () => {
    expect(html('Hello <b onclick="x">there</b>\n\n<a href="../other/">x</a><script>y</script>')).toBe(
      '<p>Hello <b>there</b></p>\n<p><a href="https://old.example/2012/01/other/">x</a></p>',
    )
  })

  test('has addresses mapped', () => {
    const mapUrl = (url: string) => (url.startsWith('https://old.example/') ? '/new' : url)
    expect(
      html('<a href="https://old.example/about/">x</a> <a href="https://else.example/">y</a>', { mapUrl }),
    ).toBe('<p><a href="/new">x</a> <a href="https://else.example/">y</a></p>')
  })

  test('shows captions as figures', () => {
    expect(
      html(
        '[caption id="a" align="alignleft" width="3"]<a href="/b"><img src="/c.jpg" alt="d"></a> E <em>f</em>[/caption]\n\ng',
      ),
    ).toBe(
      '<figure class="wp-caption alignleft"><a href="https://old.example/b"><img src="https://old.example/c.jpg" alt="d" loading="lazy" decoding="async"></a><figcaption class="wp-caption-text">E <em>f</em></figcaption></figure>\n<p>g</p>',
    )
    expect(html('[caption caption="Old way"]<img src="/c.jpg">[/caption]')).toContain(
      '<figcaption class="wp-caption-text">Old way</figcaption>',
    )
  })

  test('shows galleries as figures, by number or by what was uploaded to the post', () => {
    expect(html('[gallery columns="2" ids="2,1"]')).toBe(
      `<figure class="wp-block-gallery columns-2"><figure class="wp-block-image">${img(2)}</figure><figure class="wp-block-image">${img(1)}<figcaption>One &amp; only</figcaption></figure></figure>`,
    )
    expect(html('[gallery]')).toBe(
      `<figure class="wp-block-gallery columns-3"><figure class="wp-block-image">${img(3)}</figure><figure class="wp-block-image">${img(2)}</figure></figure>`,
    )
  })

  test('tells of pictures of a gallery that are missing', () => {
    expect(convert('[gallery ids="1,98,99"]').notes).toEqual([
      'Of the 3 files of a gallery, 2 could not be found in this export.',
    ])
    expect(convert('[gallery]', { id: 1 })).toMatchObject({
      html: '',
      notes: ['A gallery without any picture of this export was left out.'],
    })
  })

  test('shows players', () => {
    expect(html('[audio https://a.example/b.mp3]')).toBe(
      '<figure class="wp-block-audio"><audio src="https://a.example/b.mp3" controls="" preload="metadata"></audio></figure>',
    )
    expect(html('[video mp4="https://a.example/b.mp4" poster="/c.jpg"][/video]')).toContain(
      '<video src="https://a.example/b.mp4" poster="https://old.example/c.jpg"',
    )
    expect(html('[audio]', { id: 51 })).toContain('src="https://old.example/a.mp3"')
    expect(html('[video src="https://youtu.be/dQw4w9WgXcQ"]')).toContain(
      '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"',
    )
  })

  test('shows addresses alone on a line as frames or links', () => {
    expect(html('See:\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=5\nso')).toContain(
      '<figure class="wp-block-embed"><iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=5"',
    )
    expect(html('[embed width="1"]https://vimeo.com/76979871[/embed]')).toContain(
      '<iframe src="https://player.vimeo.com/video/76979871"',
    )
    expect(html('[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640&h=385]')).toContain('<iframe')
    expect(html('https://twitter.com/a/status/1')).toBe(
      '<p><a href="https://twitter.com/a/status/1">https://twitter.com/a/status/1</a></p>',
    )
    expect(html('see https://youtu.be/dQw4w9WgXcQ here')).toBe('<p>see https://youtu.be/dQw4w9WgXcQ here</p>')
    expect(html('<a href="/x">https://youtu.be/dQw4w9WgXcQ</a>')).not.toContain('iframe')
  })

  test('shows source code as it is', () => {
    expect(html('[sourcecode language="php"]\n$a = "<b>";\n\necho $a[0];\n[/sourcecode]')).toBe(
      '<pre><code class="language-php">$a = "&lt;b&gt;";\necho $a[0];</code></pre>',
    )
  })

  test('loses unknown shortcodes and what may not stand on a page, with a note', () => {
    const { html: out, notes } = convert(
      'a [contact-form-7 id="1"]\n\n<form><input></form><iframe src="https://evil.example/x"></iframe>b',
    )
    expect(out.replace(/\n+/g, '\n')).toBe('<p>a</p>\n<p>b</p>')
    expect(notes).toEqual([
      'Shortcodes of plugins were taken out: [contact-form-7].',
      'Elements that may not stand on a page were removed: input, iframe (https://evil.example/x).',
    ])
  })
})

describe('content from the block editor', () => {
  test('keeps its HTML without comments, and gets no paragraphs of its own', () => {
    expect(
      html(
        '<!-- wp:heading {"level":2} -->\n<h2 class="wp-block-heading">A</h2>\n<!-- /wp:heading -->\n\n<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>b\nc</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
      ),
    ).toBe('<h2 class="wp-block-heading">A</h2>\n<ul>\n<li>b\nc</li>\n</ul>')
  })

  test('has embeds as frames or links', () => {
    const block = (url: string) =>
      `<!-- wp:embed {"url":"${url}"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}\n</div><figcaption>c</figcaption></figure>\n<!-- /wp:embed -->`
    expect(html(block('https://youtu.be/dQw4w9WgXcQ'))).toMatch(
      /^<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n<iframe [^>]+><\/iframe>\n<\/div><figcaption>c<\/figcaption><\/figure>$/,
    )
    expect(html(block('https://a.example/b'))).toContain(
      '<a href="https://a.example/b">https://a.example/b</a>',
    )
  })

  test('has classic parts with paragraphs', () => {
    expect(html('<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->\n\nb\n\nc')).toBe(
      '<p>a</p>\n<p>b</p>\n<p>c</p>',
    )
    expect(html('<!-- wp:freeform -->\na\n\nb\n<!-- /wp:freeform -->')).toBe('<p>a</p>\n<p>b</p>')
  })

  test('leaves out what is drawn anew each time, with a note', () => {
    const { html: out, notes } = convert(
      '<!-- wp:latest-posts {"x":1} /--><!-- wp:query {"a":"b"} --><div class="wp-block-query"><!-- wp:post-title /--></div><!-- /wp:query --><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->',
    )
    expect(out).toBe('<p>a</p>')
    expect(notes).toEqual(['Blocks that WordPress draws anew each time were left out: latest-posts, query.'])
  })

  test('holds reusable blocks and social links', () => {
    expect(html('<!-- wp:block {"ref":77} /-->')).toBe('<p>Shared</p>')
    expect(convert('<!-- wp:block {"ref":78} /-->').notes).toHaveLength(1)
    expect(
      html(
        '<!-- wp:social-links --><ul class="wp-block-social-links"><!-- wp:social-link {"url":"https://a.example/b","service":"mastodon"} /--></ul><!-- /wp:social-links -->',
      ),
    ).toContain('<a href="https://a.example/b">Mastodon</a>')
  })

  test('survives broken block comments', () => {
    expect(html('<!-- wp:paragraph {"a": --><p>a</p><!-- /wp:group --><!-- wp:x')).toBe('<p>a</p>')
    const loop = new Map([[1, '<!-- wp:block {"ref":1} /--><p>x</p>']])
    expect(html('<!-- wp:block {"ref":1} /-->', { reusableBlocks: loop }).match(/x/g)?.length).toBeLessThan(
      10,
    )
  })
})

describe('excerpts', () => {
  test('are what was written, else what stands before the break, else the first words', () => {
    expect(convert('a b<!--more-->c', { excerpt: '<p>Written &amp; done</p>' }).excerpt).toBe(
      'Written & done',
    )
    expect(convert('a <b>b</b>\n\n<!--more Read on-->\n\nc').excerpt).toBe('a b')
    expect(
      convert(
        '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:paragraph --><p>b</p><!-- /wp:paragraph -->',
      ),
    ).toMatchObject({ excerpt: 'a', html: '<p>a</p><p>b</p>' })
    expect(convert(`${'word '.repeat(80)}`).excerpt).toBe(`${'word '.repeat(55).trim()}…`)
  })

  test('have at most a thousand characters', () => {
    expect(Array.from(convert('a', { excerpt: '🍞'.repeat(2000) }).excerpt)).toHaveLength(1000)
  })

  test('breaks between pages go', () => {
    expect(html('a<!--nextpage-->b')).toBe('<p>a</p>\n<p>b</p>')
  })
})

describe('any content at all', () => {
  const piece = fc.constantFrom(
    ...'<p>,</p>,<div>,</div>,<ul><li>,</ul>,<pre>,</pre>,<code>,</code>,<b>,</b>,<script>,</script>,<a href="javascript:x">,</a>,<table><td>,</table>'.split(
      ',',
    ),
    ...'<!-- wp:paragraph -->,<!-- /wp:paragraph -->,<!-- wp:html -->,<!-- /wp:html -->,<!-- wp:embed -->,<!-- wp:block {"ref":77} /-->,<!--more-->,<!--nextpage-->,<!--,-->'.split(
      ',',
    ),
    '<!-- wp:social-link {"url":"javascript:alert(1)","service":"<img src=x onerror=y>"} /-->',
    '[caption caption="<img src=x onerror=y>"]<img src=/a>',
    '[caption align="x" onclick="y"]',
    '[/caption]',
    '[gallery ids="1,2"]',
    '[audio src="javascript:alert(1)"]',
    '[video poster=\'"><script>\' src="x"]',
    '[embed]javascript:alert(1)[/embed]',
    '[sourcecode language="a b"]<img src=x onerror=y>[/sourcecode]',
    '[foo a="b"]',
    '[/foo]',
    'https://youtu.be/dQw4w9WgXcQ"onload=x',
    '\nhttps://youtu.be/dQw4w9WgXcQ\n',
    '\n\n',
    '\n',
    'word',
    '"',
    "'",
    '<',
    '&',
  )

  test('comes out safe and well formed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { html: clean, excerpt } = convert(pieces.join(''))
        checkClean(clean)
        expect(excerpt.length).toBeLessThanOrEqual(1000)
      }),
      { numRuns: 1500 },
    )
  })
})
