import { escapeText } from '../content/html-escape.ts'
import type { PageDocument, PageNode } from '../sites/page-document.contract.ts'
import type { FieldKind, StoredField } from './fields.contract.ts'

const plainKinds: readonly FieldKind[] = ['number', 'money', 'date', 'dateTime', 'choice', 'location', 'text']

/** A first page for entries, from the fields there are: what it is called, its picture, its text, and the rest as a list. */
export function startingTemplate(fields: readonly StoredField[], titleField: string): PageDocument {
  const first = (...kinds: FieldKind[]) =>
    fields.find(({ id, kind }) => id !== titleField && kinds.includes(kind))
  const title = fields.find(({ id }) => id === titleField)
  const [picture, html, text] = [first('picture'), first('html'), first('longText')]
  const facts = fields.filter(({ id, kind }) => id !== titleField && plainKinds.includes(kind))
  const heading = title ? `{{${title.key}}}` : ''
  const nodes: Record<string, PageNode> = {
    head: picture
      ? block('picture-text', {
          ...{ heading, text: text ? `{{${text.key}}}` : '' },
          ...{ eyebrow: '', points: [], primary: { label: '', href: '' } },
          image: { src: `{{${picture.key}}}`, alt: heading },
        })
      : block('heading', { eyebrow: '', heading, text: text ? `{{${text.key}}}` : '' }),
    ...(facts.length > 0 && { facts: block('rich-text', { html: factsOf(facts) }) }),
    ...(html && { body: block('rich-text', { html: `{{${html.key}}}` }) }),
  }
  return { version: 1, root: Object.keys(nodes), nodes }
}

const block = (type: string, props: PageNode['props']): PageNode => ({ type, version: 1, props })

const factsOf = (facts: readonly StoredField[]): string =>
  `<ul>${facts.map(({ key, label }) => `<li><strong>${escapeText(label)}:</strong> {{${key}}}</li>`).join('')}</ul>`
