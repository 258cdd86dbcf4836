import { Parser } from 'htmlparser2'
import { escapeAttribute, escapeText } from '../content/html-escape.ts'
import { FileRefused } from './file-refused.ts'

/** What draws. Scripts, frames, HTML within, animations and links have no place in a picture. */
const ELEMENTS = new Set(
  `svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath image marker mask
  clipPath pattern linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`
    .split(/\s+/)
    .filter(Boolean),
)
/** Only what is in them is drawn. */
const UNWRAPPED = new Set(['a', 'switch'])
const NAME = /^[a-z][a-z0-9-]*$/i
const NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
}
/** Where a picture may take something from: itself, and pictures it holds. */
const OWN_PLACE = /^\s*#[^\s"'<>]*\s*$/
const HELD_PICTURE = /^\s*data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]*$/i
const OUTSIDE =
  /@import|expression\s*\(|javascript:|-moz-binding|behavior\s*:|url\s*\(\s*["']?\s*(?!#|["'\s#])/i
const MAX_DEPTH = 200

export interface CleanSvg {
  svg: string
  width: number | null
  height: number | null
}

/** The drawing without anything that acts or reaches outside; what is not on the list is left out with all that is in it. */
export function sanitiseSvg(source: string): CleanSvg {
  const writer = new SvgWriter()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      onclosetag: (name) => writer.close(name),
    },
    { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true },
  )
  parser.end(source)
  if (!writer.root) throw new FileRefused('This SVG drawing is damaged: it has no drawing in it.')
  return { svg: writer.pieces.join(''), ...sizeOf(writer.root) }
}

class SvgWriter {
  readonly pieces: string[] = []
  root: Record<string, string> | undefined
  /** Elements that are open, and whether their tags were written. */
  readonly #open: boolean[] = []
  /** Depth of the element that is left out with all that is in it; zero when none is. */
  #leftOutAt = 0
  #style: string | undefined

  open(name: string, attributes: Record<string, string>): void {
    const isRoot = this.#open.length === 0
    const isWanted = isRoot ? name === 'svg' && !this.root : ELEMENTS.has(name)
    this.#open.push(isWanted)
    if (this.#open.length > MAX_DEPTH) throw new FileRefused('This SVG drawing is nested too deeply.')
    if (this.#leftOutAt > 0 || UNWRAPPED.has(name)) return
    if (!isWanted) {
      this.#leftOutAt = this.#open.length
      return
    }
    this.root ??= attributes
    if (name === 'style') this.#style = ''
    this.pieces.push(`<${name}${isRoot ? rootNamespaces : ''}${attributesOf(attributes)}>`)
  }

  text(text: string): void {
    if (this.#leftOutAt > 0 || this.#open.length === 0) return
    // A style sheet is looked at whole: it may come in pieces, each of which says nothing.
    if (this.#style === undefined) this.pieces.push(inXml(escapeText(text)))
    else this.#style += text
  }

  close(name: string): void {
    if (this.#style !== undefined && !isOutside(this.#style)) this.pieces.push(inXml(escapeText(this.#style)))
    this.#style = undefined
    const depth = this.#open.length
    const isWritten = this.#open.pop()
    if (isWritten && this.#leftOutAt === 0) this.pieces.push(`</${name}>`)
    if (this.#leftOutAt === depth) this.#leftOutAt = 0
  }
}

/** XML knows no name for the space that does not break. */
const inXml = (html: string): string => html.replaceAll('&nbsp;', '\u00a0')

const rootNamespaces = Object.entries(NAMESPACES)
  .map(([name, value]) => ` ${name}="${value}"`)
  .join('')

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => isAllowed(name, value))
    .map(([name, value]) => ` ${name}="${inXml(escapeAttribute(value))}"`)
    .join('')
}

function isAllowed(name: string, value: string): boolean {
  if (name === 'href' || name === 'xlink:href') return OWN_PLACE.test(value) || HELD_PICTURE.test(value)
  if (name === 'xml:space') return true
  return NAME.test(name) && !/^(?:on|xmlns|src)/i.test(name) && !isOutside(value)
}

/** CSS may spell a letter by its number. */
const isOutside = (css: string): boolean =>
  OUTSIDE.test(css) || OUTSIDE.test(css.replace(/\/\*[\s\S]*?\*\//g, '')) || css.includes('\\')

/** As its own attributes say in pixels, else as its view box does. */
function sizeOf(root: Record<string, string>): { width: number | null; height: number | null } {
  const [, , boxWidth, boxHeight] = (root.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = pixelsOf(root.width) ?? rounded(boxWidth)
  const height = pixelsOf(root.height) ?? rounded(boxHeight)
  return width && height ? { width, height } : { width: null, height: null }
}

const pixelsOf = (length: string | undefined): number | undefined =>
  /^\s*[\d.]+(?:px)?\s*$/.test(length ?? '') ? rounded(Number.parseFloat(length ?? '')) : undefined

const rounded = (value: number | undefined): number | undefined =>
  value !== undefined && value > 0 && value < 100_000 ? Math.max(1, Math.round(value)) : undefined
