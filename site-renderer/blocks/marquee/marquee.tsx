import * as z from 'zod/mini'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { hasPhoto, Photo } from '../parts.tsx'
import { choice, line, list, picture } from '../properties.ts'

export const marquee = block({
  type: 'marquee',
  version: 1,
  label: 'Marquee',
  summary: 'Words or logos that pass by slowly, and can be stopped.',
  category: 'sections',
  icon: 'marquee',
  styles: ['tone', 'padding', 'anchor'],
  props: z.object({
    speed: choice('Speed', ['slow', 'normal'], 'normal'),
    items: list('Items', 'Item', { text: line('Text', '', 60), image: picture('Logo') }, [
      { text: 'Kitchens' },
      { text: 'Staircases' },
      { text: 'Windows' },
      { text: 'Built-in furniture' },
      { text: 'Restoration' },
    ]),
  }),
  component: ({ speed, items, id, site, edit }) => {
    const entries = (isCopy: boolean) => (
      <ul aria-hidden={isCopy || undefined}>
        {items.map((item, index) => (
          <li key={index}>
            {hasPhoto(item.image) ? (
              <Photo image={{ ...item.image, alt: item.image.alt || item.text }} />
            ) : (
              <span {...(isCopy ? undefined : edit(`items.${index}.text`))}>{item.text}</span>
            )}
          </li>
        ))}
      </ul>
    )
    return (
      <div class="marquee" data-speed={speed}>
        <p class="pause">
          <input type="checkbox" id={`pause-${id}`} />
          <label for={`pause-${id}`}>{wordsFor(site.locale).pause}</label>
        </p>
        <div>
          {entries(false)}
          {entries(true)}
        </div>
      </div>
    )
  },
})
