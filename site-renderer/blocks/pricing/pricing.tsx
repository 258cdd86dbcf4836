import * as z from 'zod/mini'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { Button, below, Heading, SectionHead } from '../parts.tsx'
import { area, line, link, list, toggle } from '../properties.ts'

export const pricing = block({
  type: 'pricing',
  version: 1,
  label: 'Pricing',
  summary: 'Plans side by side with what each of them includes.',
  category: 'business',
  icon: 'pricing',
  props: z.object({
    heading: line('Heading', 'Simple prices', 90),
    text: area('Introduction', '', 300),
    plans: list(
      'Plans',
      'Plan',
      {
        name: line('Name', 'New plan', 40),
        price: line('Price', '', 24),
        period: line('Per', '', 24),
        text: area('For whom', '', 160),
        included: list('What it includes', 'Line', { text: line('Text', '', 90) }),
        cta: link('Button'),
        isFeatured: toggle('Recommend this one'),
      },
      [
        {
          name: 'Starter',
          price: '€ 90',
          period: 'per month',
          text: 'For a first step.',
          included: [{ text: 'One visit a year' }, { text: 'A person to call' }],
          cta: { label: 'Begin small', href: '/contact' },
        },
        {
          name: 'Regular',
          price: '€ 180',
          period: 'per month',
          text: 'For most people.',
          included: [
            { text: 'Four visits a year' },
            { text: 'A person to call' },
            { text: 'Help at the weekend' },
          ],
          cta: { label: 'Begin', href: '/contact' },
          isFeatured: true,
        },
        {
          name: 'Complete',
          price: '€ 320',
          period: 'per month',
          text: 'For those who want it off their mind.',
          included: [
            { text: 'Twelve visits a year' },
            { text: 'Help day and night' },
            { text: 'Replacement the same day' },
          ],
          cta: { label: 'Talk to us', href: '/contact' },
        },
      ],
    ),
    note: line('Small print', '', 200),
  }),
  component: ({ heading, text, plans, note, level, site, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="plans">
        {plans.map((plan, index) => (
          <li key={index} class={plan.isFeatured ? 'featured' : undefined}>
            <Heading level={below(level, heading)} class="subtitle" {...edit(`plans.${index}.name`)}>
              {plan.name}
            </Heading>
            {plan.isFeatured && <p class="badge">{wordsFor(site.locale).popular}</p>}
            {plan.price && (
              <p class="price">
                <b {...edit(`plans.${index}.price`)}>{plan.price}</b> <span>{plan.period}</span>
              </p>
            )}
            {plan.text && <p {...edit(`plans.${index}.text`)}>{plan.text}</p>}
            {plan.included.length > 0 && (
              <ul class="ticks">
                {plan.included.map((entry, at) => (
                  <li key={at} {...edit(`plans.${index}.included.${at}.text`)}>
                    {entry.text}
                  </li>
                ))}
              </ul>
            )}
            <Button link={plan.cta} {...(plan.isFeatured ? {} : { look: 'second' })} />
          </li>
        ))}
      </ul>
      {note && (
        <p class="note" {...edit('note')}>
          {note}
        </p>
      )}
    </>
  ),
})
