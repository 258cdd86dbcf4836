import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXml } from '#tests/site-renderer/strict-xml.ts'
import { readTranslationCsv, writeTranslationCsv } from '#workers/sites/translation-csv.ts'
import type { TranslationUnit } from '#workers/sites/translation-units.ts'
import { readXliff, writeXliff1, writeXliff2 } from '#workers/sites/xliff.ts'

const languages = { source: 'en', target: 'pt-BR' }
const unit = (source: string, target: string, key = 'document.a.heading'): TranslationUnit => ({
  ...{ file: 'page-1', key, source, target, isHtml: false },
})
const returned = ({ file, key, source, target }: TranslationUnit) => ({ file, key, source, target })

const formats = {
  'XLIFF 1.2': (units: TranslationUnit[]) => readXliff(writeXliff1(units, languages)).units,
  'XLIFF 2.0': (units: TranslationUnit[]) => readXliff(writeXliff2(units, languages)).units,
  CSV: (units: TranslationUnit[]) => readTranslationCsv(writeTranslationCsv(units)),
}

describe.each(Object.entries(formats))('%s', (_name, roundTrip) => {
  test('brings every text back as it went out', () => {
    const units = [
      unit('Hello', 'Olá'),
      unit('<p class="a">Tom & “Jerry”</p>', '<p class="a">Tom &amp; “Jerry”</p>', 'content'),
      unit('Two\nlines, and a "quote"; a tab\there', 'Duas\nlinhas', 'excerpt'),
      unit('=SUM(A1)', '-5 % de desconto', 'title'),
      { ...unit('About us', ''), file: 'shared', key: 't1' },
    ]
    expect(roundTrip(units)).toEqual(units.map(returned))
  })

  test('keeps whatever people write', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      // XML and spreadsheets have no spelling for control characters; a leading quote before a sign is the guard's own.
      .filter((value) => !/\p{Cc}|[\uFFFE\uFFFF]/u.test(value) && !/^'[=+\-@]/.test(value))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), (pairs) => {
        const units = pairs.map(([source, target], at) => unit(source, target, `k${at}`))
        expect(roundTrip(units)).toEqual(units.map(returned))
      }),
    )
  })
})

describe('an XLIFF file', () => {
  test.each([
    ['1.2', writeXliff1, 'urn:oasis:names:tc:xliff:document:1.2'],
    ['2.0', writeXliff2, 'urn:oasis:names:tc:xliff:document:2.0'],
  ] as const)('of version %s is well-formed and says its languages', (version, write, namespace) => {
    const xml = write([unit('A & B', ''), unit('C', 'D', 'x')], languages)
    const root = parseXml(xml)
    expect(root.attributes).toMatchObject({ version, xmlns: namespace })
    expect(xml).toContain(version === '1.2' ? 'target-language="pt-BR"' : 'trgLang="pt-BR"')
    expect(readXliff(xml).language).toBe('pt-BR')
  })

  test('is read with what tools add: prefixes, inline marks and CDATA', () => {
    const xml = `<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
      <x:file original="page-9" source-language="en" target-language="de"><x:header><x:note>Hi</x:note></x:header><x:body>
      <x:trans-unit id="title"><x:source>Good <g id="1">day</g></x:source><x:target><![CDATA[Guten Tag]]></x:target><x:note>n</x:note></x:trans-unit>
      </x:body></x:file></x:xliff>`
    expect(readXliff(xml)).toEqual({
      language: 'de',
      units: [{ file: 'page-9', key: 'title', source: 'Good day', target: 'Guten Tag' }],
    })
  })

  test('is refused where it is something else', () => {
    for (const xml of ['', 'Hello', '<html><body/></html>', '{}']) {
      expect(() => readXliff(xml)).toThrow('This is no XLIFF file.')
    }
  })
})

describe('a CSV file', () => {
  test('is read as spreadsheets of other countries write it', () => {
    const csv = '\uFEFFPart;Place;Original;Translation\nshared;t1;"About; us";"Über ""uns"""\n'
    expect(readTranslationCsv(csv)).toEqual([
      { file: 'shared', key: 't1', source: 'About; us', target: 'Über "uns"' },
    ])
  })

  test('is refused without its first line, and where a quotation mark has no end', () => {
    expect(() => readTranslationCsv('a,b\n')).toThrow('The first line has to be')
    expect(() => readTranslationCsv('Part,Place,Original,Translation\na,b,"c')).toThrow('has no end')
  })
})
