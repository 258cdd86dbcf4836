import * as z from 'zod/mini'
import { formatDay } from '../../words/words.ts'
import { block } from '../block.ts'
import { below, Heading, lines, More, SectionHead } from '../parts.tsx'
import { area, line, link, list } from '../properties.ts'

export const events = block({
  type: 'events',
  version: 1,
  label: 'Events',
  summary: 'Dates to come, each with its place and a link.',
  category: 'business',
  icon: 'events',
  props: z.object({
    heading: line('Heading', 'Dates', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Events',
      'Event',
      {
        date: line('Date, in words or as 2027-05-14', '', 60),
        time: line('Time', '', 40),
        title: line('Title', 'New event', 90),
        place: line('Place', '', 90),
        text: area('Text', '', 300),
        link: link('Link'),
      },
      [
        {
          date: 'First Saturday in May',
          time: '10 to 16',
          title: 'Open workshop',
          place: 'Our yard',
          text: 'See how a staircase is made, and take the shavings home.',
        },
        {
          date: 'Every Thursday',
          time: '18 to 20',
          title: 'Evening class',
          place: 'The small hall',
          text: 'Eight benches, one teacher, no experience needed.',
        },
      ],
    ),
    empty: line('When there is none', 'The next dates will stand here.', 160),
  }),
  component: ({ heading, text, items, empty, site, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      {items.length === 0 && empty && <p {...edit('empty')}>{empty}</p>}
      <ul class="events">
        {items.map((item, index) => (
          <li key={index}>
            <p class="when">
              <Day date={item.date} locale={site.locale} {...edit(`items.${index}.date`)} />
              {item.time && <span {...edit(`items.${index}.time`)}>{item.time}</span>}
            </p>
            <div>
              <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.title`)}>
                {item.title}
              </Heading>
              {item.place && (
                <p class="meta" {...edit(`items.${index}.place`)}>
                  {item.place}
                </p>
              )}
              {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
              <More link={item.link} />
            </div>
          </li>
        ))}
      </ul>
    </>
  ),
})

/** A date written as 2027-05-14 is said in the site's language; words stay as they are. */
function Day({ date, locale, ...rest }: { date: string; locale: string }) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date.trim()) ? formatDay(date.trim(), locale) : ''
  // What is said differently than it is written is not edited where it stands.
  return day ? <time dateTime={date.trim()}>{day}</time> : <b {...rest}>{date}</b>
}
