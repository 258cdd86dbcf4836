import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSafe } from './html-safety.ts'

const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>alert(1)//<</script>',
  '<script/xss src=x></script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)"',
  '<img src="x`<script>alert(1)</script>"`>',
  '<img/src=x/onerror=alert(1)//>',
  '<img """><script>alert(1)</script>">',
  '<img src=x:alert(alt) onerror=eval(src) alt=xss>',
  '<img src="javascript:alert(1)">',
  '<img src="jav&#x0A;ascript:alert(1)">',
  '<img src=" &#14; javascript:alert(1)">',
  '<img src=data:text/html,<script>alert(1)</script>>',
  '<img srcset="javascript:alert(1) 1x, data:image/svg+xml,<svg onload=alert(1)> 2x">',
  '<img srcset=",,,x onerror=alert(1) 1x">',
  '<img src=/a alt="--><script>alert(1)</script>">',
  '<img src=/a alt="</p><img src=x onerror=alert(1)>">',
  '<img src=a title="\'`"><script>x</script>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&Tab;script&colon;alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="javascript&amp;colon;alert(1)">x</a>',
  '<a href="&#106;&#97;&#118;&#97;script:alert(1)">x</a>',
  '<a href="&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058alert(1)">x</a>',
  '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">x</a>',
  '<a href="\x01javascript:alert(1)">x</a>',
  '<a href="\u00a0javascript:alert(1)">x</a>',
  '<a href="java\0script:alert(1)">x</a>',
  '<a href="javascript\u2028:alert(1)">x</a>',
  '<a href="//evil.example\\@good.example">x</a>',
  '<a href="/\\evil.example">x</a>',
  '<a href="https://site.invalid//evil.example">x</a>',
  '<a href="/.//evil.example/">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="blob:https://a.example/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="view-source:javascript:alert(1)">x</a>',
  '<a href="feed:javascript:alert(1)">x</a>',
  '<a href="https://user:pass@good.example/">x</a>',
  '<a href=x onclick=alert(1) onmouseover=alert(1)>x</a>',
  '<a href="x" style="background:url(javascript:alert(1))">x</a>',
  '<a href=`javascript:alert(1)`>x</a>',
  '<a href="x" /onclick="alert(1)">x</a>',
  '<a href="x"onclick="alert(1)">x</a>',
  '<a href=\'x" onclick="alert(1)\'>x</a>',
  '<a href="&quot; onclick=&quot;alert(1)">x</a>',
  '<a title="&quot;><script>alert(1)</script>" href=x>x</a>',
  '<div style="width: expression(alert(1))">x</div>',
  '<div style="-moz-binding:url(//evil.example/x.xml#x)">x</div>',
  '<p style="text-align:center;behavior:url(x)">x</p>',
  '<style>@import "javascript:alert(1)";</style>',
  '<style><img src="</style><img src=x onerror=alert(1)//">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<svg><style>&lt;img src=x onerror=alert(1)&gt;</style></svg>',
  '<svg><title><style></title><img src=x onerror=alert(1)></style></svg>',
  '<svg><desc><noscript></desc><img src=x onerror=alert(1)></noscript></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title="</style><img src=x onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math><annotation-xml encoding="text/html"><p><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>">',
  '<noframes><img title="</noframes><img src=x onerror=alert(1)>">',
  '<xmp><img title="</xmp><img src=x onerror=alert(1)>">',
  '<plaintext><img src=x onerror=alert(1)>',
  '<listing>&lt;img src=x onerror=alert(1)&gt;</listing>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<title><img title="</title><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<template><template></template><script>alert(1)</script></template>',
  '<template shadowrootmode=open><slot></slot><script>alert(1)</script></template>',
  '<select><template><style><!--</style><a rel="--></style></select><img src=x onerror=alert(1)>"></template>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe><img title="</iframe><img src=x onerror=alert(1)>">',
  '<iframe src="https://www.youtube.com.evil.example/embed/dQw4w9WgXcQ"></iframe>',
  '<iframe src="https://evil.example/?https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
  '<iframe src="https://www.youtube.com@evil.example/embed/dQw4w9WgXcQ"></iframe>',
  '<iframe src="https://www.youtube.com:8443/embed/dQw4w9WgXcQ"></iframe>',
  '<iframe src="https://www.youtube.com/redirect?q=https://evil.example"></iframe>',
  '<iframe src="https://www.youtube.com/embed/../redirect?q=x"></iframe>',
  '<iframe src="https://www.google.com/url?q=javascript:alert(1)"></iframe>',
  '<iframe src="https://w.soundcloud.com/player/?url=javascript:alert(1)"></iframe>',
  '<iframe src="https://youtu.be/dQw4w9WgXcQ" title="&quot; onload=&quot;alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<object><param name=movie value=x><embed src=x allowscriptaccess=always></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code=x></applet>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<isindex action=javascript:alert(1) type=submit>',
  '<video><source onerror="alert(1)"></video>',
  '<video src=x onerror=alert(1) poster=javascript:alert(1)>',
  '<audio src="data:audio/mp3,x" oncanplay=alert(1)>',
  '<details ontoggle=alert(1) open>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<body onload=alert(1) background=javascript:alert(1)>',
  '<table background="javascript:alert(1)"><td background="javascript:x">x</table>',
  '<bgsound src="javascript:alert(1)">',
  '<frameset><frame src="javascript:alert(1)"></frameset>',
  '<portal src="https://evil.example/">',
  '<dialog open onclose=alert(1)>x</dialog>',
  '<!--><script>alert(1)</script>-->',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<!-- --!><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<![CDATA[><img src=x onerror=alert(1)>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?><script>alert(1)</script>',
  '<!DOCTYPE x [<!ENTITY y "<script>alert(1)</script>">]>&y;',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<html xmlns:ie><ie:menu onclick=alert(1)>x</ie:menu>',
  '<a id=getElementById>x</a><h2 id=__proto__>y</h2><a name=cookie>z</a>',
  '<p __proto__=x constructor=y prototype=z>a</p>',
  '<constructor>a</constructor><__proto__>b</__proto__><toString>c</toString>',
  '<p class="wp-block-x&quot; onclick=&quot;alert(1)">x</p>',
  '<p lang="en&quot; onclick=&quot;x" dir="&quot;x">x</p>',
  '<ol type="javascript:x" start="1&quot;x">x</ol>',
  '<a href=x target="_blank&quot; onclick=&quot;x">x</a>',
  '<q cite="javascript:alert(1)">x</q><blockquote cite="data:x">y</blockquote>',
  '<p>\ud800 lone \udc00 halves</p><a href="/\ud800" title="\udfff">x</a>',
  '<a href="https://good.example/%0ajavascript:x" title=x>x</a>',
  '\u2028\u2029\ufeff<p>x\u202e</p>',
  '<a href="mailto:a@b.example?subject=%22&quot;><script>">x</a>',
  '<a href="tel:+1&quot;onclick=x">x</a>',
  '<br/onclick=alert(1)><hr onclick=alert(1)><wbr onclick=x>',
  '<p/onclick=alert(1)>x</p/onclick=x>',
  '<p =onclick=alert(1) ="x" \'="">x</p>',
  '<img src=/x" onerror="alert(1)">',
  '<ruby><rt><script>alert(1)</script></rt></ruby>',
  '<table><tr><td><svg><desc><td><title></table></title><img src=x onerror=alert(1)>',
  '<b><a href="/x"><p><a href="/y"><table><a href="/z"></b></p></a><td></b>',
]

describe('attacks', () => {
  test.each(ATTACKS)('%j comes out harmless', (attack) => {
    checkSafe(attack)
    checkSafe(attack, { profile: 'comment' })
    checkSafe(`<table><tr>${attack}<p>after</p>`)
    checkSafe(`<p title="${attack}">${attack.slice(0, -3)}`)
    checkSafe(`<svg>${attack}</svg><math>${attack}`)
  })
})

const NAMES =
  'a b i p div span h1 h2 ul ol li dl dt dd table tbody thead tr td th caption col colgroup blockquote pre code figure figcaption img br hr iframe audio video source details summary ruby rt section script style svg math noscript template textarea title select option form button object x-y font center em strong sup'.split(
    ' ',
  )
const attribute = fc.constantFrom(
  ' class="alignleft x"',
  ' class=wp-block-a',
  ' id=a',
  ' name="b c"',
  ' href="#a"',
  ' href=/x',
  ' href="java&#9;script:alert(1)"',
  ' src="https://youtu.be/dQw4w9WgXcQ"',
  ' src=x.jpg',
  ' srcset="a 1x, b, c 3w"',
  ' onclick=alert(1)',
  ' style="text-align:center"',
  ' dir=rtl',
  ' title="a"',
  ' title=\'"><script>',
  ' /',
  ' "',
)
const tag = fc
  .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 3 }), fc.constantFrom('>', '/>', ''))
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
const piece = fc.oneof(
  { weight: 5, arbitrary: tag },
  { weight: 4, arbitrary: fc.constantFrom(...NAMES).map((name) => `</${name}>`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'text',
      ' ',
      '\n',
      '&nbsp;',
      '&lt;',
      '&#32;',
      '&',
      '<',
      '>',
      '"',
      '\r\n',
      '&#1;',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?', '</', '<!', '\0', '\f') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

describe('any text at all', () => {
  test('comes out safe and well formed, and sanitising it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        checkSafe(pieces.join(''))
        checkSafe(pieces.join(''), { profile: 'comment' })
      }),
      { numRuns: 3000 },
    )
  })

  test('as an address comes out with a safe scheme', () => {
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .tuple(
          fc.constantFrom('javascript', 'data', 'mailto', 'tel', 'https', 'HTTP', 'blob', ''),
          fc.string({ maxLength: 20 }),
        )
        .map(([scheme, rest]) => `${scheme}:${rest}`),
      fc
        .array(fc.constantFrom('/', '\\', '.', '..', '#', '?', ':', '@', 'a', ' ', '%', '%2f', '\t'), {
          maxLength: 10,
        })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(address, (url) => {
        const value = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
        const clean = checkSafe(
          `<a href="${value}" title="${value}">x</a><img src="${value}" srcset="${value} 2x" alt="${value}"><h2 id="${value}">y</h2>`,
        )
        expect(clean).toContain('<h2')
      }),
      { numRuns: 3000 },
    )
  })
})
