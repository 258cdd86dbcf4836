import * as z from 'zod/mini'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { lines, SectionHead } from '../parts.tsx'
import { area, line, list } from '../properties.ts'

export const openingHours = block({
  type: 'opening-hours',
  version: 1,
  label: 'Opening hours',
  summary: 'When you are open, day by day, and what is different on some days.',
  category: 'business',
  icon: 'opening-hours',
  props: z.object({
    heading: line('Heading', 'Opening hours', 90),
    text: area('Introduction', '', 300),
    days: list(
      'Days',
      'Day',
      { day: line('Day or days', 'Monday', 60), hours: line('Hours', '9:00 – 17:00', 60) },
      [
        { day: 'Monday to Thursday', hours: '8:00 – 18:00' },
        { day: 'Friday', hours: '8:00 – 15:00' },
        { day: 'Saturday', hours: 'by appointment' },
        { day: 'Sunday', hours: 'closed' },
      ],
    ),
    note: area('Exceptions', '', 300),
  }),
  component: ({ heading, text, days, note, site, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="opening-hours">
        {days.length > 0 ? (
          <table>
            <caption class="hidden">{wordsFor(site.locale).hours}</caption>
            <tbody>
              {days.map((entry, index) => (
                <tr key={index}>
                  <th scope="row" {...edit(`days.${index}.day`)}>
                    {entry.day}
                  </th>
                  <td {...edit(`days.${index}.hours`)}>{entry.hours}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          site.business.hours && <p>{lines(site.business.hours)}</p>
        )}
        {note && (
          <p class="exceptions" {...edit('note')}>
            {lines(note)}
          </p>
        )}
      </div>
    </>
  ),
})
