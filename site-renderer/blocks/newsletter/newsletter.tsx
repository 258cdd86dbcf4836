import * as z from 'zod/mini'
import { block } from '../block.ts'
import { VisitorForm } from '../form/visitor-form.tsx'
import { Missing, SectionHead } from '../parts.tsx'
import { area, formChoice, line } from '../properties.ts'

export const newsletter = block({
  type: 'newsletter',
  version: 1,
  label: 'Newsletter',
  summary: 'A short form in a panel, for an email address and little else.',
  category: 'forms',
  icon: 'newsletter',
  uses: ['form'],
  props: z.object({
    heading: line('Heading', 'News, four times a year', 90),
    text: area('Introduction', 'What we are building, what is in season, and nothing else.', 300),
    form: formChoice('Form', 'newsletter'),
    note: area('Small print', 'You can leave the list with one click in every issue.', 300),
  }),
  component: ({ heading, text, note, id, data, site, page, level, edit }) => {
    if (data?.kind !== 'form') return <Missing edit={edit} icon="mail" text="Choose a form of this site." />
    const isShort = data.form.fields.filter(({ kind }) => kind !== 'checkbox').length === 1
    return (
      <div class="newsletter" data-short={isShort || undefined}>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <div>
          <VisitorForm id={`form-${id}`} form={data.form} page={page} locale={site.locale} />
          {note && (
            <p class="note" {...edit('note')}>
              {note}
            </p>
          )}
        </div>
      </div>
    )
  },
})
