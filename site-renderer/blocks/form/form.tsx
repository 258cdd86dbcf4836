import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Missing, SectionHead } from '../parts.tsx'
import { area, formChoice, line } from '../properties.ts'
import { VisitorForm } from './visitor-form.tsx'

export const form = block({
  type: 'form',
  version: 1,
  label: 'Form',
  summary: 'One of the site’s forms, with everything it asks for.',
  category: 'forms',
  icon: 'form',
  props: z.object({
    heading: line('Heading', 'Write to us', 90),
    text: area('Introduction', '', 300),
    form: formChoice('Form', 'contact'),
    note: area('Small print', '', 300),
  }),
  component: ({ heading, text, note, id, data, site, page, level, edit }) => {
    if (data?.kind !== 'form') return <Missing edit={edit} icon="mail" text="Choose a form of this site." />
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <VisitorForm id={`form-${id}`} form={data.form} page={page} locale={site.locale} />
        {note && (
          <p class="note" {...edit('note')}>
            {note}
          </p>
        )}
      </>
    )
  },
})
