import { embedOf } from '#workers/content/embeds.contract.ts'
import { attributesText, escapeText } from '#workers/content/html-escape.ts'
import { type Attachment, type AttachmentLookup, guessMime } from './attachments.ts'
import type { Shortcode } from './shortcodes.ts'

/** What the media of one post's content are made from. */
export interface MediaContext {
  postId: number | undefined
  attachments: AttachmentLookup
  note: (note: string) => void
}
type Writer = (shortcode: Shortcode) => string

const VIDEO_FORMATS = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mov', 'flv']
const AUDIO_FORMATS = ['src', 'mp3', 'm4a', 'ogg', 'oga', 'wav', 'flac']
const PROVIDERS = [
  'embed',
  'youtube',
  'vimeo',
  'soundcloud',
  'spotify',
  'wpvideo',
  'videopress',
  'googlemaps',
  'tweet',
  'twitter',
  'instagram',
]

/** HTML for the shortcodes WordPress itself knows. */
export function mediaShortcodes(context: MediaContext): ReadonlyMap<string, Writer> {
  const provider: Writer = (shortcode) => embedBlock(providerAddress(shortcode))
  return new Map<string, Writer>([
    ['caption', caption],
    ['wp_caption', caption],
    ['gallery', (shortcode) => gallery(shortcode, context)],
    ['audio', (shortcode) => player(shortcode, 'audio', context)],
    ['video', (shortcode) => player(shortcode, 'video', context)],
    ['playlist', (shortcode) => playlist(shortcode, context)],
    ['code', code],
    ['sourcecode', code],
    ...PROVIDERS.map((name): [string, Writer] => [name, provider]),
  ])
}

/** A frame for an address of a known provider, otherwise a link. */
export function embedInline(address: string): string {
  const url = decodeAmpersands(address)
  if (embedOf(url)) return `<iframe${attributesText([['src', url]])}></iframe>`
  return `<a${attributesText([['href', url]])}>${escapeText(url)}</a>`
}

export function embedBlock(address: string): string {
  if (!/^(https?:)?\/\//.test(address)) return ''
  const inner = embedInline(address)
  return inner.startsWith('<iframe')
    ? `\n\n<figure class="wp-block-embed">${inner}</figure>\n\n`
    : `\n\n<p>${inner}</p>\n\n`
}

const decodeAmpersands = (text: string): string => text.replace(/&(?:amp|#0?38);/g, '&')

function providerAddress({ name, attributes, values, content }: Shortcode): string {
  const value =
    content.trim() ||
    attributes.get('url') ||
    attributes.get('src') ||
    attributes.get('id') ||
    values[0] ||
    ''
  const query = values[0]?.startsWith('?') ? '' : value
  if (/^(https?:)?\/\//.test(query)) return query
  if (!/^[\w-]{3,40}$/.test(query)) return ''
  if (name === 'youtube') return `https://www.youtube.com/watch?v=${query}`
  if (name === 'vimeo') return `https://vimeo.com/${query}`
  if (name === 'wpvideo' || name === 'videopress') return `https://videopress.com/v/${query}`
  return ''
}

/** The picture with its link is followed by the caption, or the caption is a value as in old posts. */
function caption({ attributes, content }: Shortcode): string {
  const parts = /^\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(content)
  const picture = parts?.[1] ?? content
  const text = (attributes.get('caption') ?? parts?.[2] ?? '').trim()
  const align = /^align\w+$/.exec(attributes.get('align') ?? '')?.[0] ?? 'alignnone'
  const words = text === '' ? '' : `<figcaption class="wp-caption-text">${text}</figcaption>`
  return `\n\n<figure class="wp-caption ${align}">${picture.trim()}${words}</figure>\n\n`
}

function gallery({ attributes }: Shortcode, context: MediaContext): string {
  const pictures = chosen(attributes, context).filter(({ mime }) => mime.startsWith('image/'))
  if (pictures.length === 0) {
    context.note('A gallery without any picture of this export was left out.')
    return ''
  }
  const columns = /^[1-9]$/.exec(attributes.get('columns') ?? '')?.[0] ?? '3'
  const linksToFile = attributes.get('link') === 'file'
  const figures = pictures.map((picture) => pictureFigure(picture, linksToFile)).join('')
  return `\n\n<figure class="wp-block-gallery columns-${columns}">${figures}</figure>\n\n`
}

/** The attachments a gallery or playlist names, or else those uploaded to its post. */
function chosen(attributes: ReadonlyMap<string, string>, context: MediaContext): readonly Attachment[] {
  const named = attributes.get('ids') ?? attributes.get('include')
  if (named !== undefined) {
    const ids = (named.match(/\d{1,15}/g) ?? []).map(Number)
    const found = ids.flatMap((id) => context.attachments.find(id) ?? [])
    const lost = ids.length - found.length
    if (lost > 0)
      context.note(`Of the ${ids.length} files of a gallery, ${lost} could not be found in this export.`)
    return found
  }
  const post = Number(attributes.get('id') ?? context.postId ?? 0)
  const excluded = new Set((attributes.get('exclude')?.match(/\d{1,15}/g) ?? []).map(Number))
  return context.attachments.of(post).filter(({ id }) => !excluded.has(id))
}

function pictureFigure({ url, alt, caption: text }: Attachment, linksToFile: boolean): string {
  const image = `<img${attributesText([
    ['src', url],
    ['alt', alt],
  ])}>`
  const linked = linksToFile ? `<a${attributesText([['href', url]])}>${image}</a>` : image
  const words = text === '' ? '' : `<figcaption>${text}</figcaption>`
  return `<figure class="wp-block-image">${linked}${words}</figure>`
}

type Player = 'audio' | 'video'

function player({ attributes, values, content }: Shortcode, kind: Player, context: MediaContext): string {
  const formats = kind === 'audio' ? AUDIO_FORMATS : VIDEO_FORMATS
  const named = formats.flatMap((format) => attributes.get(format) ?? [])
  const linked = /https?:\/\/[^\s"'<>]+/.exec(content)?.[0]
  const addresses = [...named, ...values.filter((value) => value.startsWith('http'))]
  const src = decodeAmpersands(addresses[0]?.split('|')[0] ?? linked ?? uploaded(kind, context) ?? '')
  if (src === '') {
    context.note(`A player without any ${kind} file of this export was left out.`)
    return ''
  }
  if (embedOf(src)) return embedBlock(src)
  return mediaFigure(kind, src, attributes.get('poster'))
}

const uploaded = (kind: Player, { attachments, postId }: MediaContext): string | undefined =>
  attachments.of(postId ?? 0).find(({ mime }) => mime.startsWith(`${kind}/`))?.url

function mediaFigure(kind: Player, src: string, poster?: string): string {
  const attributes: [string, string][] = [['src', src]]
  if (poster) attributes.push(['poster', poster])
  return `\n\n<figure class="wp-block-${kind}"><${kind}${attributesText(attributes)}></${kind}></figure>\n\n`
}

function playlist({ attributes }: Shortcode, context: MediaContext): string {
  const kind = attributes.get('type') === 'video' ? 'video' : 'audio'
  const files = chosen(attributes, context).filter(({ url }) => guessMime(url).startsWith(`${kind}/`))
  if (files.length === 0) context.note('A playlist without any file of this export was left out.')
  return files.map(({ url }) => mediaFigure(kind, url)).join('')
}

function code({ attributes, content }: Shortcode): string {
  const language = /^[\w+#-]{1,30}$/.exec(attributes.get('language') ?? attributes.get('lang') ?? '')?.[0]
  const text = content.replace(/^\n|\n$/g, '').replaceAll('<', '&lt;')
  return `\n\n<pre><code${language ? ` class="language-${language}"` : ''}>${text}</code></pre>\n\n`
}
