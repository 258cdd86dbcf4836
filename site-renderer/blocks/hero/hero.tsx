import * as z from 'zod'
import { block } from '../block.ts'
import { Buttons, Heading, hasPhoto, lines, Photo } from '../parts.tsx'
import { area, choice, line, link, picture } from '../properties.ts'

export const hero = block({
  type: 'hero',
  version: 1,
  label: 'Hero',
  category: 'sections',
  icon: 'hero',
  props: z.object({
    variant: choice('Layout', ['split', 'centred', 'cover'], 'split'),
    eyebrow: line('Line above', '', 60),
    heading: line('Headline', 'Say what you do in one line', 90),
    text: area('Introduction', 'One or two sentences that make the offer clear.', 240),
    primary: link('Main button', { label: 'Get in touch', href: '/contact' }),
    secondary: link('Second button'),
    note: line('Small print', '', 120),
    image: picture('Picture'),
  }),
  component: ({ variant, eyebrow, heading, text, primary, secondary, note, image, level, edit }) => (
    <div class="hero" data-variant={variant} data-plain={!hasPhoto(image) || undefined}>
      <div class="words">
        {eyebrow && (
          <p class="eyebrow" {...edit('eyebrow')}>
            {eyebrow}
          </p>
        )}
        {heading && (
          <Heading level={level} class="display" {...edit('heading')}>
            {heading}
          </Heading>
        )}
        {text && (
          <p class="lead" {...edit('text')}>
            {lines(text)}
          </p>
        )}
        <Buttons primary={primary} secondary={secondary} edit={edit} />
        {note && (
          <p class="note" {...edit('note')}>
            {note}
          </p>
        )}
      </div>
      <Photo image={image} isFirst={level === 1} class="picture" />
    </div>
  ),
})
