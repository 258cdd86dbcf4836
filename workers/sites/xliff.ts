import { Parser } from 'htmlparser2'
import { DomainError } from '../core/errors.ts'
import type { TranslationUnit } from './translation-units.ts'

interface Languages {
  source: string
  target: string
}
/** What comes back from a translator: a text is found again by where it stands. */
export type ReturnedUnit = Pick<TranslationUnit, 'file' | 'key' | 'source' | 'target'>

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as XML carries it; what XML has no spelling for is left out. */
const escapeXml = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
    .replaceAll('\r', '&#13;')

const byFile = (units: readonly TranslationUnit[]) => Map.groupBy(units, ({ file }) => file)

/** https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html */
export function writeXliff1(units: readonly TranslationUnit[], { source, target }: Languages): string {
  const files = [...byFile(units)].map(([file, all]) => {
    const body = all.map(
      (unit) =>
        `<trans-unit id="${escapeXml(unit.key)}"${unit.isHtml ? ' datatype="html"' : ''} xml:space="preserve"><source>${escapeXml(unit.source)}</source>${
          unit.target
            ? `<target state="translated">${escapeXml(unit.target)}</target>`
            : '<target state="needs-translation"></target>'
        }</trans-unit>`,
    )
    return `<file original="${escapeXml(file)}" source-language="${escapeXml(source)}" target-language="${escapeXml(target)}" datatype="plaintext"><body>\n${body.join('\n')}\n</body></file>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n${files.join('\n')}\n</xliff>\n`
}

/** https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html */
export function writeXliff2(units: readonly TranslationUnit[], { source, target }: Languages): string {
  const files = [...byFile(units)].map(([file, all]) => {
    const body = all.map(
      (unit) =>
        `<unit id="${escapeXml(unit.key)}"><segment state="${unit.target ? 'translated' : 'initial'}"><source xml:space="preserve">${escapeXml(unit.source)}</source>${
          unit.target ? `<target xml:space="preserve">${escapeXml(unit.target)}</target>` : ''
        }</segment></unit>`,
    )
    return `<file id="${escapeXml(file)}">\n${body.join('\n')}\n</file>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${escapeXml(source)}" trgLang="${escapeXml(target)}">\n${files.join('\n')}\n</xliff>\n`
}

const isUnit = (name: string) => name === 'trans-unit' || name === 'unit'
const isSide = (name: string) => name === 'source' || name === 'target'

/** Reads both versions. Markup a translator's tool put into a text is left out, its words stay. */
export function readXliff(xml: string): { language: string; units: ReturnedUnit[] } {
  const units: ReturnedUnit[] = []
  let language = ''
  let file = ''
  let unit: ReturnedUnit | undefined
  let side: 'source' | 'target' | undefined
  let isXliff = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^.*:/, '')
        if (local === 'xliff') isXliff = true
        language ||= attributes.trgLang ?? attributes['target-language'] ?? ''
        if (local === 'file') file = attributes.original ?? attributes.id ?? ''
        else if (isUnit(local)) unit = { file, key: attributes.id ?? '', source: '', target: '' }
        else if (isSide(local)) side = local
      },
      ontext(text) {
        if (unit && side) unit[side] += text
      },
      onclosetag(name) {
        const local = name.replace(/^.*:/, '')
        if (isSide(local)) side = undefined
        else if (unit && isUnit(local)) {
          units.push(unit)
          unit = undefined
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  if (!isXliff) throw new DomainError('invalid_input', 'content: This is no XLIFF file.')
  return { language, units }
}
