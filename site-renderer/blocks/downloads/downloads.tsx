import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasTarget, Icon, Missing, SectionHead } from '../parts.tsx'
import { area, line, link, list } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const downloads = block({
  type: 'downloads',
  version: 1,
  label: 'Downloads',
  summary: 'Files to take away, each with its kind and size.',
  category: 'media',
  icon: 'downloads',
  props: z.object({
    heading: line('Heading', 'Downloads', 90),
    text: area('Introduction', '', 300),
    items: list('Files', 'File', {
      file: link('File', { label: 'New file', href: '' }),
      text: line('About it', '', 160),
      size: line('Size, such as 1.2 MB', '', 20),
    }),
  }),
  component: ({ heading, text, items, level, edit }) => {
    const files = items.map((item, index) => ({ ...item, index })).filter(({ file }) => hasTarget(file))
    if (files.length === 0)
      return <Missing edit={edit} icon="download" text="Add a file: its name, and where it lies." />
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <ul class="downloads">
          {files.map(({ file, text: about, size, index }) => (
            <li key={index}>
              <Icon name="file" />
              <p>
                <a href={safeHref(file.href)} {...edit(`items.${index}.file.label`)}>
                  {file.label}
                </a>
                {about && <span {...edit(`items.${index}.text`)}>{about}</span>}
              </p>
              <span class="kind">{[kindOf(file.href), size].filter(Boolean).join(', ')}</span>
              <Icon name="download" />
            </li>
          ))}
        </ul>
      </>
    )
  },
})

/** What its address ends with, such as PDF. */
const kindOf = (href: string): string =>
  /\/[^/?#]*\.([a-z0-9]{2,4})(?:[?#]|$)/i.exec(href)?.[1]?.toUpperCase() ?? ''
