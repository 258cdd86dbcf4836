import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasPhoto, Photo } from '../parts.tsx'
import { choice, picture } from '../properties.ts'
import { HeroWords, heroWords } from './hero-words.tsx'

export const hero = block({
  type: 'hero',
  version: 1,
  label: 'Hero',
  summary: 'Opens a page with a headline, a sentence or two, buttons and a picture.',
  category: 'hero',
  icon: 'hero',
  props: z.object({
    variant: choice('Layout', ['split', 'centred', 'cover'], 'split'),
    ...heroWords,
    image: picture('Picture'),
  }),
  component: ({ variant, image, level, ...words }) => (
    <div class="hero" data-variant={variant} data-plain={!hasPhoto(image) || undefined}>
      <HeroWords {...words} level={level} />
      <Photo image={image} isFirst={level === 1} class="picture" />
    </div>
  ),
})
