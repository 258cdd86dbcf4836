import { anchor, identifier } from './anchor-attributes.ts'
import {
  type Attribute,
  type AttributeContext,
  address,
  flag,
  lengths,
  matching,
  type Source,
  title,
} from './attribute-values.ts'
import { knownClasses } from './class-names.ts'
import { HEADINGS } from './html-elements.ts'
import { image } from './image-attributes.ts'

type Rule = (source: Source, context: AttributeContext) => Attribute[] | undefined

const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i
const MOMENT = /^[\w:+. -]{1,40}$/
const COUNT = /^[1-9]\d{0,2}$/

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['a', anchor],
  ['img', image],
  ['audio', (source, context) => [...address(source, 'src', 'media', context), ...player(source)]],
  ['video', film],
  ['source', mediaSource],
  ['td', cell],
  ['th', (source) => [...cell(source), ...matching(source, 'scope', /^(?:col|row)(?:group)?$/)]],
  ['col', (source) => matching(source, 'span', COUNT)],
  ['colgroup', (source) => matching(source, 'span', COUNT)],
  ['ol', orderedList],
  ['li', (source) => matching(source, 'value', /^-?\d{1,9}$/)],
  ['time', (source) => matching(source, 'datetime', MOMENT)],
  ['ins', (source) => matching(source, 'datetime', MOMENT)],
  ['del', (source) => matching(source, 'datetime', MOMENT)],
  ['abbr', title],
  ['q', (source, context) => address(source, 'cite', 'link', context)],
  ['blockquote', (source, context) => address(source, 'cite', 'link', context)],
  ['details', (source) => flag(source, 'open')],
  ['div', onlyWithMeaning],
  ['section', onlyWithMeaning],
  ['span', onlyWithMeaning],
])

/** The attributes an element keeps, or undefined when it means nothing without those it lost. */
export function keptAttributes(
  name: string,
  source: Source,
  context: AttributeContext,
): Attribute[] | undefined {
  const rule = RULES.get(name)
  const own = rule ? rule(source, context) : []
  if (!own) return undefined
  // Headings are led to, and so are footnotes, which are items of a list.
  const id = HEADINGS.has(name) || name === 'li' ? identifier(source.get('id'), context) : []
  return [...id, ...own, ...common(source, context)]
}

function common(source: Source, { isComment }: AttributeContext): Attribute[] {
  if (source.size === 0) return []
  const classes = isComment ? [] : knownClasses(source)
  return [
    ...(classes.length > 0 ? [['class', classes.join(' ')] as const] : []),
    ...matching(source, 'lang', LANGUAGE),
    ...matching(source, 'dir', /^(?:ltr|rtl|auto)$/i),
  ]
}

function onlyWithMeaning(source: Source, context: AttributeContext): Attribute[] | undefined {
  return common(source, context).length > 0 ? [] : undefined
}

function film(source: Source, context: AttributeContext): Attribute[] {
  return [
    ...address(source, 'src', 'media', context),
    ...address(source, 'poster', 'image', context),
    ...lengths(source),
    ...player(source),
  ]
}

function mediaSource(source: Source, context: AttributeContext): Attribute[] | undefined {
  const src = address(source, 'src', 'media', context)
  if (src.length === 0) return undefined
  return [...src, ...matching(source, 'type', /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/)]
}

function player(source: Source): Attribute[] {
  return [['controls', ''], ['preload', 'metadata'], ...flag(source, 'loop'), ...flag(source, 'muted')]
}

function cell(source: Source): Attribute[] {
  return [...matching(source, 'colspan', COUNT), ...matching(source, 'rowspan', COUNT)]
}

function orderedList(source: Source): Attribute[] {
  return [
    ...matching(source, 'start', /^-?\d{1,9}$/),
    ...flag(source, 'reversed'),
    ...matching(source, 'type', /^[1aAiI]$/),
  ]
}
