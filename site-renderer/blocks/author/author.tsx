import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Avatar, Heading, Text } from '../parts.tsx'
import { area, line, link, list, picture } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const author = block({
  type: 'author',
  version: 1,
  label: 'Author',
  summary: 'Who wrote this or stands behind it, with a portrait and links.',
  category: 'content',
  icon: 'author',
  props: z.object({
    image: picture('Portrait'),
    heading: line('Name', 'Anna Berg', 60),
    role: line('Role', 'Founder', 80),
    text: area('Text', 'Two sentences about what you do, for whom, and what made you begin.', 500),
    links: list('Links', 'Link', { link: link('Link', { label: 'Link', href: '' }) }, [
      { link: { label: 'Write to me', href: '/contact' } },
    ]),
  }),
  component: ({ image, heading, role, text, links, level, edit }) => (
    <div class="author">
      <Avatar name={heading} image={image} />
      <div>
        {heading && (
          <Heading level={level} class="subtitle" {...edit('heading')}>
            {heading}
          </Heading>
        )}
        {role && (
          <p class="author-role" {...edit('role')}>
            {role}
          </p>
        )}
        <Text text={text} {...edit('text')} />
        <p class="author-links">
          {links.map(
            (entry, index) =>
              entry.link.label &&
              safeHref(entry.link.href) && (
                <a key={index} href={safeHref(entry.link.href)} {...edit(`links.${index}.link.label`)}>
                  {entry.link.label}
                </a>
              ),
          )}
        </p>
      </div>
    </div>
  ),
})
