import type { PageDocument } from '../sites/page-document.contract.ts'

/** Longest headline the hero block shows. */
const MAX_HEADLINE = 90

/** An imported page as the builder knows pages: its title, then its text. */
export function pageDocumentOf(title: string, html: string): PageDocument {
  const text = { type: 'rich-text', version: 1, props: { html }, style: { width: 'narrow' as const } }
  if (title === '' || title.length > MAX_HEADLINE) return { version: 1, root: ['text'], nodes: { text } }
  const heading = {
    type: 'hero',
    version: 1,
    props: { variant: 'centred', heading: title, text: '', primary: { label: '', href: '' } },
    style: { padding: 'small' as const },
  }
  return { version: 1, root: ['heading', 'text'], nodes: { heading, text } }
}
