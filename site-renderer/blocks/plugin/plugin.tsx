import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Missing } from '../parts.tsx'
import { fitHtml, Prose } from '../rich-text/prose.tsx'

/** Stands for a block of somebody else's plugin; what it shows was drawn and made safe when the site was published. */
export const plugin = block({
  type: 'plugin',
  version: 1,
  label: 'Block of a plugin',
  summary: 'Something a plugin of this website draws when it is published.',
  category: 'structure',
  icon: 'puzzle',
  uses: ['rich-text'],
  props: z.object({
    plugin: z._default(z.string(), ''),
    block: z._default(z.string(), ''),
    /** What its manifest asks for; which block of which plugin it is decides what that is. */
    values: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
  }),
  component: ({ plugin: key, block: name, data, edit }) => {
    if (data?.kind === 'notice') return <Missing edit={edit} icon="layers" text={data.text} />
    if (data?.kind !== 'html')
      return (
        <Missing
          edit={edit}
          icon="layers"
          text={
            key
              ? `“${name}” of ${key} is drawn when the website is published.`
              : 'Choose a block of a plugin.'
          }
        />
      )
    return <Prose html={fitHtml(data.html)} />
  },
})
