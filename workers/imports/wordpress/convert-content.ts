import { excerptOf, textOf } from '#workers/content/plain-text.ts'
import type { UrlKind } from '#workers/content/safe-url.ts'
import { type SanitiseOptions, sanitiseHtml } from '#workers/content/sanitise-html.ts'
import type { AttachmentLookup } from './attachments.ts'
import { replaceEmbedLines } from './embed-lines.ts'
import { embedBlock, embedInline, mediaShortcodes } from './media-html.ts'
import { replaceShortcodes } from './shortcodes.ts'
import { autoParagraph } from './wp-autop.ts'
import { hasBlocks, renderBlocks } from './wp-blocks.ts'

/** What the texts of one site are converted with. */
export interface ContentContext {
  attachments: AttachmentLookup
  /** The new address of an old one; undefined drops it. Without it addresses stay. */
  mapUrl?: (url: string, kind: UrlKind) => string | undefined
  /** Contents of reusable blocks by their number. */
  reusableBlocks?: ReadonlyMap<number, string>
}
export interface ContentSource {
  id: number | undefined
  /** The address of the post, which its relative addresses are relative to. */
  link: string
  content: string
  excerpt: string
}
export interface ConvertedContent {
  html: string
  /** Plain text. */
  excerpt: string
  notes: string[]
}

const EXCERPT_WORDS = 55
const MAX_EXCERPT = 1000
const MORE = /<!--\s{0,5}more\b[^>]{0,200}-->/
const MORE_BLOCK = /<!--\s{0,5}\/?wp:(?:more|nextpage)\b[^>]{0,300}-->/g
const PAGE_ENDS = /<!--\s{0,5}(?:nextpage|noteaser)\s{0,5}-->/g

/** The content of a post or page as sanitised HTML, from either of WordPress's editors. */
export function convertContent(source: ContentSource, context: ContentContext): ConvertedContent {
  const notes = new Notes()
  const content = source.content.replace(MORE_BLOCK, '').replace(PAGE_ENDS, '\n\n')
  const more = MORE.exec(content)
  const whole = more
    ? `${content.slice(0, more.index)}${content.slice(more.index + more[0].length)}`
    : content
  const html = render(whole, { source, context, notes })
  const lead = more ? render(content.slice(0, more.index), { source, context, notes: new Notes() }) : ''
  return { html, excerpt: excerptFrom({ written: source.excerpt, lead, html }), notes: notes.list() }
}

function excerptFrom({ written, lead, html }: { written: string; lead: string; html: string }): string {
  const text = textOf(written) || textOf(lead) || excerptOf(html, EXCERPT_WORDS)
  const characters = Array.from(text.replace(/\s+/g, ' '))
  return characters.length <= MAX_EXCERPT
    ? characters.join('')
    : `${characters
        .slice(0, MAX_EXCERPT - 1)
        .join('')
        .trimEnd()}…`
}

interface Rendering {
  source: ContentSource
  context: ContentContext
  notes: Notes
}

function render(content: string, rendering: Rendering): string {
  const { source, context, notes } = rendering
  const shortcodes = {
    known: mediaShortcodes({
      postId: source.id,
      attachments: context.attachments,
      note: (note) => notes.add(note),
    }),
    onUnknown: (name: string) => notes.count('shortcode', `[${name}]`),
  }
  const classic = (html: string) =>
    autoParagraph(replaceShortcodes(replaceEmbedLines(html, embedBlock), shortcodes))
  const block = (html: string, name: string) => {
    const isEmbed = name.startsWith('embed')
    return replaceShortcodes(isEmbed ? replaceEmbedLines(html, embedInline) : html, shortcodes)
  }
  const html = hasBlocks(content)
    ? renderBlocks(content, {
        classic,
        block,
        reusable: (id) => context.reusableBlocks?.get(id),
        onDynamic: (name) => notes.count('block', name),
      })
    : classic(content)
  return sanitiseHtml(html, sanitiseOptions(rendering)).trim()
}

function sanitiseOptions({ source, context, notes }: Rendering): SanitiseOptions {
  return {
    ...(URL.canParse(source.link) ? { baseUrl: source.link } : {}),
    ...(context.mapUrl ? { mapUrl: context.mapUrl } : {}),
    onRemoved: (name, address) =>
      notes.count('element', address === '' ? name : `${name} (${address.slice(0, 200)})`),
  }
}

const HEADS = {
  shortcode: 'Shortcodes of plugins were taken out:',
  block: 'Blocks that WordPress draws anew each time were left out:',
  element: 'Elements that may not stand on a page were removed:',
} as const

/** Notes for whoever imports, each once, however often its reason occurs. */
class Notes {
  readonly #single = new Set<string>()
  readonly #counted = new Map<keyof typeof HEADS, Set<string>>()

  add(note: string): void {
    this.#single.add(note)
  }

  count(kind: keyof typeof HEADS, name: string): void {
    const names = this.#counted.get(kind) ?? new Set()
    if (names.size < 20) names.add(name)
    this.#counted.set(kind, names)
  }

  list(): string[] {
    const counted = [...this.#counted].map(([kind, names]) => `${HEADS[kind]} ${[...names].join(', ')}.`)
    return [...this.#single, ...counted]
  }
}
