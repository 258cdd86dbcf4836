import * as z from 'zod/mini'
import { block } from '../block.ts'
import { VisitorForm } from '../form/visitor-form.tsx'
import { HeroWords, heroWords } from '../hero/hero-words.tsx'
import { Missing } from '../parts.tsx'
import { formChoice, line, link, list } from '../properties.ts'

export const heroForm = block({
  type: 'hero-form',
  version: 1,
  label: 'Hero with form',
  summary: 'Opens a page with a headline, and a form beside it.',
  category: 'hero',
  icon: 'hero-form',
  uses: ['hero', 'form'],
  props: z.object({
    ...heroWords,
    primary: link('Main button'),
    points: list('Points', 'Point', { text: line('Text', '', 120) }, [
      { text: 'An answer within one working day' },
      { text: 'A fixed price before we begin' },
      { text: 'One person to talk to' },
    ]),
    formTitle: line('Title of the form', 'Tell us what you need', 60),
    form: formChoice('Form', 'contact'),
  }),
  component: ({ points, formTitle, form: _slug, id, data, site, page, edit, ...words }) => (
    <div class="hero hero-form">
      <div>
        <HeroWords {...words} edit={edit} />
        {points.length > 0 && (
          <ul class="ticks">
            {points.map((point, index) => (
              <li key={index} {...edit(`points.${index}.text`)}>
                {point.text}
              </li>
            ))}
          </ul>
        )}
      </div>
      {data?.kind === 'form' ? (
        <div class="panel">
          {formTitle && (
            <p class="subtitle" {...edit('formTitle')}>
              {formTitle}
            </p>
          )}
          <VisitorForm id={`form-${id}`} form={data.form} page={page} locale={site.locale} />
        </div>
      ) : (
        <Missing edit={edit} icon="mail" text="Choose a form of this site." />
      )}
    </div>
  ),
})
