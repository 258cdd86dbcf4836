import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Scroller } from '../parts.tsx'
import { area, line } from '../properties.ts'

export const code = block({
  type: 'code',
  version: 1,
  label: 'Code',
  summary: 'Lines of code or a command, set in the typeface for code.',
  category: 'content',
  icon: 'code',
  props: z.object({
    title: line('Title', 'Install', 80),
    code: area('Code', 'npm create site@latest\ncd my-site\nnpm start', 4000),
    caption: line('Caption', '', 200),
  }),
  component: ({ title, code, caption, edit }) => (
    <figure class="code">
      {title && (
        <p class="code-title" {...edit('title')}>
          {title}
        </p>
      )}
      <Scroller tag="pre" label={title}>
        <code {...edit('code')}>{code}</code>
      </Scroller>
      {caption && <figcaption {...edit('caption')}>{caption}</figcaption>}
    </figure>
  ),
})
