import * as z from 'zod/mini'
import { block } from '../block.ts'
import { rich } from '../properties.ts'
import { fitHtml, Prose } from './prose.tsx'

export const richText = block({
  type: 'rich-text',
  version: 1,
  label: 'Text',
  summary: 'Paragraphs, headings, lists and links, set to be read.',
  category: 'content',
  icon: 'text',
  props: z.object({ html: rich('Text', '<p>Write what your visitors should read here.</p>') }),
  component: ({ html, edit }) => <Prose html={fitHtml(html)} {...edit('html')} />,
})
