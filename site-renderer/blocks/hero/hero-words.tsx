import type { Edit, HeadingLevel } from '../block.ts'
import { Buttons, Heading, lines } from '../parts.tsx'
import { area, line, link } from '../properties.ts'

/** The properties of every kind of hero. */
export const heroWords = {
  eyebrow: line('Line above', '', 60),
  heading: line('Headline', 'Say what you do in one line', 90),
  text: area('Introduction', 'One or two sentences that make the offer clear.', 240),
  primary: link('Main button', { label: 'Get in touch', href: '/contact' }),
  secondary: link('Second button'),
  note: line('Small print', '', 120),
}

interface Anchor {
  label: string
  href: string
}

interface HeroWordsProps {
  eyebrow: string
  heading: string
  text: string
  primary: Anchor
  secondary: Anchor
  note: string
  level: HeadingLevel
  edit: Edit
}

/** What every hero says: the headline and what stands around it. */
export function HeroWords({ eyebrow, heading, text, primary, secondary, note, level, edit }: HeroWordsProps) {
  return (
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
  )
}
