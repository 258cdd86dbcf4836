import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Button, below, Heading, lines, SectionHead } from '../parts.tsx'
import { area, line, link, list } from '../properties.ts'
import { phoneHref } from '../safe-href.ts'

export const booking = block({
  type: 'booking',
  version: 1,
  label: 'Booking',
  summary: 'What can be booked, how long it takes, what it costs, and a button for each.',
  category: 'business',
  icon: 'booking',
  props: z.object({
    heading: line('Heading', 'Book a visit', 90),
    text: area('Introduction', 'Choose what you come for. You will hear from us the same day.', 300),
    primary: link('Button', { label: 'Book', href: '/contact' }),
    items: list(
      'Bookings',
      'Booking',
      {
        name: line('Name', 'New booking', 80),
        duration: line('Takes', '30 min', 30),
        price: line('Price', '', 30),
        text: line('In a sentence', '', 160),
        link: link('Button, where it is another'),
      },
      [
        { name: 'First visit', duration: '45 min', price: '€ 60', text: 'We look, listen and make a plan.' },
        { name: 'Check-up', duration: '30 min', price: '€ 45', text: 'Once or twice a year.' },
        { name: 'A short question', duration: '10 min', price: 'free', text: 'By telephone or on a screen.' },
      ],
    ),
    note: line('Note', 'You can cancel until the day before, at no cost.', 160),
  }),
  component: ({ heading, text, primary, items, note, site, level, edit }) => {
    const { email, phone } = site.business
    const call = phone ? phoneHref(phone) : email && `mailto:${email}`
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <ul class="bookings">
          {items.map((item, index) => {
            const button = {
              label: item.link.label || primary.label,
              href: item.link.href || primary.href || call || '',
            }
            return (
              <li key={index}>
                <div>
                  <Heading level={below(level, heading)} class="subtitle" {...edit(`items.${index}.name`)}>
                    {item.name}
                  </Heading>
                  {item.text && <p {...edit(`items.${index}.text`)}>{lines(item.text)}</p>}
                </div>
                <p class="terms">
                  {item.duration && <span {...edit(`items.${index}.duration`)}>{item.duration}</span>}
                  {item.price && <b {...edit(`items.${index}.price`)}>{item.price}</b>}
                </p>
                <Button link={button} look="small" aria-label={`${button.label}: ${item.name}`} />
              </li>
            )
          })}
        </ul>
        {note && (
          <p class="note" {...edit('note')}>
            {note}
          </p>
        )}
      </>
    )
  },
})
