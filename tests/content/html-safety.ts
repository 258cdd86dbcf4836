import { Parser } from 'htmlparser2'
import { expect } from 'vitest'
import { type SanitiseOptions, sanitiseHtml } from '#workers/content/sanitise-html.ts'

const ELEMENTS = new Set(
  'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li mark ol p pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr'.split(
    ' ',
  ),
)
const VOIDS = new Set('br col hr img source wbr'.split(' '))
const ATTRIBUTES = new Set(
  'alt allow allowfullscreen cite class colspan controls datetime decoding dir height href id lang loading loop muted open poster preload referrerpolicy rel reversed rowspan sandbox scope sizes span src srcset start target title type value width'.split(
    ' ',
  ),
)
const FRAME =
  /^https:\/\/(www\.youtube-nocookie\.com\/embed\/|player\.vimeo\.com\/video\/|www\.google\.com\/maps|open\.spotify\.com\/embed\/|w\.soundcloud\.com\/player\/|videopress\.com\/embed\/)/

/** Sanitises and checks, by means of its own, everything the result promises. */
export function checkSafe(html: string, options: SanitiseOptions = {}): string {
  const clean = sanitiseHtml(html, options)
  checkClean(clean, options)
  return clean
}

/** What came out of the sanitiser is safe and well formed, and sanitising it again changes nothing. */
export function checkClean(clean: string, options: SanitiseOptions = {}): void {
  checkForm(clean)
  checkMeaning(clean)
  expect(sanitiseHtml(clean, options)).toBe(clean)
}

/** Only tags of exactly one spelling, balanced, and no bare special character. */
function checkForm(clean: string): void {
  const open: string[] = []
  const rest = clean.replace(/<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>'`]*")*)>/g, (_tag, slash, name) => {
    if (slash) expect(open.pop()).toBe(name)
    else if (!VOIDS.has(name)) open.push(name)
    return ''
  })
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>]/)
  expect(clean.replace(/&(?:amp|lt|gt|quot|nbsp|#39|#96);/g, '')).not.toContain('&')
  expect(clean).not.toMatch(/\p{Surrogate}/u)
  expect(clean.replace(/[\t\n]/g, '')).not.toMatch(/\p{Cc}/u)
}

function checkMeaning(clean: string): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      expect(ELEMENTS).toContain(name)
      for (const [attribute, value] of Object.entries(attributes)) checkAttribute(name, attribute, value)
    },
    oncomment: () => expect.unreachable('comments are dropped'),
    onprocessinginstruction: () => expect.unreachable('declarations are dropped'),
  })
  parser.end(clean)
}

function checkAttribute(element: string, name: string, value: string): void {
  expect(ATTRIBUTES).toContain(name)
  if (name === 'id') expect(value).toMatch(/^c-/)
  if (element === 'iframe' && name === 'src') expect(value).toMatch(FRAME)
  if (name === 'href' || name === 'cite') expect(value).toMatch(/^(https?:\/\/|mailto:|tel:|sms:|#|\/(?!\/))/)
  if (name === 'src' || name === 'poster') expect(value).toMatch(/^(https?:\/\/|\/(?!\/))/)
  if (name === 'srcset')
    for (const candidate of value.split(', '))
      expect(candidate).toMatch(/^(https?:\/\/|\/(?!\/))\S*( [\d.]+[wx])?$/)
}
