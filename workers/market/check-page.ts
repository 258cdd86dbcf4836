import { Parser } from 'htmlparser2'
import type { DrawnPage } from './draw-listing.ts'

/** What is wrong with a page, by the check that found it. */
export interface PageFindings {
  structure: string[]
  scripts: string[]
  links: string[]
  pictures: string[]
}

/** What a page says of itself, gathered in one reading. */
interface Reading extends PageFindings {
  ids: Set<string>
  headings: { level: number; text: string }[]
  hrefs: string[]
  title: string
  landmarks: Set<string>
  labelled: Set<string>
  fields: { id: string; isNamed: boolean }[]
  /** Labels that are open around what is being read. */
  labels: number
}

const FIELDS = new Set(['input', 'select', 'textarea'])
const UNLABELLED = /^(?:hidden|submit|button|image|reset)$/

/** Reads a page once and says what a visitor, a search engine or a screen reader would stumble over. */
export function checkPage({ path, status, html }: DrawnPage, paths: ReadonlySet<string>): PageFindings {
  const at = (text: string) => `${path}: ${text}`
  if (status !== 200)
    return { structure: [at(`it is answered with ${status}.`)], scripts: [], links: [], pictures: [] }
  const reading = readPage(html)
  return {
    structure: [...reading.structure, ...structureOf(reading)].map(at),
    scripts: reading.scripts.map(at),
    links: linksOf(reading, paths).map(at),
    pictures: reading.pictures.map(at),
  }
}

function readPage(html: string): Reading {
  const reading: Reading = {
    ...{ structure: [], scripts: [], links: [], pictures: [] },
    ...{
      ids: new Set(),
      headings: [],
      hrefs: [],
      title: '',
      landmarks: new Set(),
      labelled: new Set(),
      fields: [],
      labels: 0,
    },
  }
  let within = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'label') reading.labels += 1
      readTag(reading, name, attributes)
      if (/^(?:title|h[1-6])$/.test(name)) within = name
      if (/^h[1-6]$/.test(name)) reading.headings.push({ level: Number(name[1]), text: '' })
    },
    ontext(text) {
      const heading = reading.headings.at(-1)
      if (within === 'title') reading.title += text
      else if (within && heading) heading.text += text
    },
    onclosetag(name) {
      if (name === within) within = ''
      if (name === 'label') reading.labels -= 1
    },
  })
  parser.end(html)
  return reading
}

type Attributes = Record<string, string>

function readTag(reading: Reading, name: string, attributes: Attributes): void {
  noteId(reading, attributes.id)
  if (/^(?:main|header|footer|nav)$/.test(name)) reading.landmarks.add(name)
  if (name === 'html' && !attributes.lang) reading.structure.push('the page does not say its language.')
  if (FIELDS.has(name) && !UNLABELLED.test(attributes.type ?? '')) readField(reading, attributes)
  if (name === 'img') readPicture(reading, attributes)
  readReferences(reading, name, attributes)
  readActing(reading, name, attributes)
}

function noteId({ ids, structure }: Reading, id: string | undefined): void {
  if (id === undefined) return
  if (ids.has(id)) structure.push(`two elements have the id “${id}”.`)
  ids.add(id)
}

function readReferences({ hrefs, labelled }: Reading, name: string, attributes: Attributes): void {
  if (name === 'a' && attributes.href !== undefined) hrefs.push(attributes.href)
  if (name === 'label' && attributes.for) labelled.add(attributes.for)
}

function readField(reading: Reading, attributes: Attributes): void {
  // What nobody can reach is there to catch machines.
  if (attributes.tabindex === '-1') return
  const isNamed =
    reading.labels > 0 ||
    Boolean(attributes['aria-label'] ?? attributes['aria-labelledby'] ?? attributes.title)
  reading.fields.push({ id: attributes.id ?? '', isNamed })
}

function readPicture({ pictures }: Reading, { alt, src = '', width, height, role }: Attributes): void {
  const name = src.replace(/^.*\//, '').slice(0, 80)
  if (alt === undefined && role !== 'presentation')
    pictures.push(`the picture ${name} has no alternative text.`)
  if (src === '') pictures.push('a picture has no file.')
  if (!width || !height)
    pictures.push(`the picture ${name} does not say its size, so the page jumps when it comes.`)
}

const DATA = /^application\/(?:ld\+json|json)$/

/** Nothing on a template may run: what opens and slides does so without scripts. */
function readActing({ scripts }: Reading, name: string, attributes: Attributes): void {
  if (name === 'script' && !DATA.test(attributes.type ?? '')) scripts.push('it holds a script.')
  if (/^(?:object|embed|applet|base)$/.test(name)) scripts.push(`it holds an element “${name}”.`)
  const handler = Object.keys(attributes).find((attribute) => /^on/.test(attribute))
  if (handler) scripts.push(`an element runs code by “${handler}”.`)
  if (name === 'a' && /^\s*(?:javascript|data):/i.test(attributes.href ?? ''))
    scripts.push('a link runs code.')
}

function structureOf({ headings, title, landmarks, labelled, fields }: Reading): string[] {
  const found: string[] = []
  const firsts = headings.filter(({ level }) => level === 1)
  if (firsts.length !== 1) found.push(`it has ${firsts.length} main headings; a page has one.`)
  if (title.trim() === '') found.push('it has no title.')
  if (!landmarks.has('main')) found.push('it does not say where its main part begins.')
  for (const [place, { level, text }] of headings.entries()) {
    const before = headings[place - 1]?.level ?? 0
    if (text.trim() === '') found.push(`a heading of level ${level} is empty.`)
    else if (level > before + 1 && place > 0)
      found.push(`the heading “${text.trim().slice(0, 60)}” jumps from level ${before} to ${level}.`)
  }
  const nameless = fields.filter(({ id, isNamed }) => !isNamed && !labelled.has(id))
  if (nameless.length > 0) found.push(`${nameless.length} fields of a form have no label.`)
  return found
}

/** What every published site has besides its pages. */
const PLATFORM_PATHS = /^\/(?:_dde\/|blog(?:\/|$)|feed\.xml$|sitemap\.xml$|search$)/

function linksOf({ hrefs, ids }: Reading, paths: ReadonlySet<string>): string[] {
  return [...new Set(hrefs)].flatMap((href) => deadLink(href, ids, paths) ?? [])
}

/** What is wrong with a link that leads nowhere; what leads out of the template is somebody else's. */
function deadLink(href: string, ids: ReadonlySet<string>, paths: ReadonlySet<string>): string | undefined {
  if (href.trim() === '') return 'a link leads nowhere.'
  if (href.startsWith('#')) {
    const id = decoded(href.slice(1))
    const isThere = id === '' || id === 'top' || ids.has(id)
    return isThere ? undefined : `the link to “${href}” leads to no place on the page.`
  }
  if (!href.startsWith('/') || href.startsWith('//')) return undefined
  const path = decoded(href.replace(/[?#].*$/, '')).replace(/(.)\/$/, '$1')
  const isThere = path === '' || paths.has(path) || PLATFORM_PATHS.test(path)
  return isThere ? undefined : `the link to “${href}” leads to no page of the template.`
}

/** A link somebody mistyped is looked for as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
