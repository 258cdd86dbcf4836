import type { PageDocument, PageNode } from '../sites/page-document.contract.ts'
import type { Theme } from '../sites/theme.contract.ts'
import type { TemplateContent } from './template-content.contract.ts'

const WIDTH = 640
const HEIGHT = 480
const NAV_HEIGHT = 44
const BOOKISH = new Set(['serif', 'fraunces', 'newsreader', 'garamond', 'bodoni'])
const ROUNDINGS: Record<Theme['radius'], number> = { none: 0, small: 3, medium: 7, large: 14 }

/** A sketch of a template's home page in its own colours, as the address of a picture: what the gallery shows of it. */
export function drawPreview(
  { theme, pages }: Pick<TemplateContent, 'theme' | 'pages'>,
  name: string,
): string {
  const [home] = pages
  const blocks = home ? topBlocks(home.document) : []
  const [first, ...rest] = blocks
  const hero = drawHero(theme, headingOf(first) || name)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${[
    box(0, 0, WIDTH, HEIGHT, theme.colors.background),
    drawNavigation(theme),
    hero,
    ...drawBands(theme, rest),
  ].join('')}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const topBlocks = ({ root, nodes }: PageDocument): PageNode[] => root.flatMap((id) => nodes[id] ?? [])

const headingOf = (node: PageNode | undefined): string => {
  const heading = node?.props.heading
  return typeof heading === 'string' ? heading.replace(/\{\{\w+\}\}/g, 'Your business') : ''
}

const box = (x: number, y: number, width: number, height: number, color: string, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${color}"/>`

function drawNavigation({ colors, radius }: Theme): string {
  const links = [400, 456, 512].map((x) => box(x, 20, 36, 5, colors.textMuted, 2))
  const mark = box(40, 13, 18, 18, colors.brand, Math.min(ROUNDINGS[radius], 9))
  return [mark, box(68, 18, 84, 8, colors.text, 2), ...links, box(568, 14, 36, 16, colors.brand, 3)].join('')
}

const MAX_LINE = 26

function drawHero({ colors, fonts, radius }: Theme, heading: string): string {
  const family = BOOKISH.has(fonts.heading) ? 'Georgia, serif' : 'Inter, Helvetica, Arial, sans-serif'
  const lines = linesOf(heading).map(
    (line, at) =>
      `<text x="40" y="${NAV_HEIGHT + 76 + at * 42}" font-family="${family}" font-size="34" font-weight="650" fill="${colors.text}">${escaped(line)}</text>`,
  )
  const below = NAV_HEIGHT + 62 + lines.length * 42
  return [
    ...lines,
    box(40, below, 320, 7, colors.textMuted, 3),
    box(40, below + 16, 260, 7, colors.textMuted, 3),
    box(40, below + 40, 108, 30, colors.brand, ROUNDINGS[radius]),
    box(54, below + 52, 80, 6, colors.onBrand, 3),
  ].join('')
}

/** Two lines at most. */
function linesOf(heading: string): string[] {
  const lines: string[] = []
  for (const word of heading.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= MAX_LINE)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, MAX_LINE))
  }
  const [first = '', second] = lines
  return second === undefined ? [first] : [first, lines.length > 2 ? `${second} …` : second]
}

const BANDS_TOP = 300
const BAND_HEIGHT = 90

/** The next sections as bands, each in its tone, with as many boxes as it has parts. */
function drawBands({ colors, radius }: Theme, blocks: readonly PageNode[]): string[] {
  const tones = { default: colors.background, muted: colors.muted, brand: colors.brand, ink: colors.ink }
  return blocks.slice(0, 2).map(({ style, props }, at) => {
    const tone = style?.tone ?? (at % 2 === 0 ? 'muted' : 'default')
    const isDark = tone === 'ink' || tone === 'brand'
    const y = BANDS_TOP + at * BAND_HEIGHT
    const parts = Math.min(4, Math.max(2, Array.isArray(props.items) ? props.items.length : 3))
    const width = (WIDTH - 80 - (parts - 1) * 16) / parts
    const boxes = Array.from({ length: parts }, (_, place) =>
      box(
        40 + place * (width + 16),
        y + 18,
        width,
        BAND_HEIGHT - 36,
        isDark ? colors.onBrand : colors.line,
        ROUNDINGS[radius],
      ),
    )
    return [
      box(0, y, WIDTH, BAND_HEIGHT, tones[tone]),
      `<g opacity="${isDark ? 0.25 : 1}">${boxes.join('')}</g>`,
    ].join('')
  })
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')
