import * as z from 'zod/mini'
import type { Business } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { lines, SectionHead } from '../parts.tsx'
import { area, line, toggle } from '../properties.ts'
import { phoneHref, phoneText } from '../safe-href.ts'

export const contactDetails = block({
  type: 'contact-details',
  version: 1,
  label: 'Contact details',
  summary: 'Phone, email, address and opening hours of the business.',
  category: 'business',
  icon: 'contact',
  props: z.object({
    heading: line('Heading', 'Find us', 90),
    text: area('Text', '', 300),
    hasHours: toggle('Show opening hours', true),
  }),
  component: ({ heading, text, hasHours, site, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <Details business={site.business} locale={site.locale} hasHours={hasHours} />
    </>
  ),
})

interface DetailsProps {
  business: Business
  locale: string
  hasHours: boolean
}

function Details({ business: { email, phone, address, hours }, locale, hasHours }: DetailsProps) {
  const words = wordsFor(locale)
  if (!email && !phone && !address && !(hours && hasHours)) return null
  return (
    <dl class="details">
      {phone && (
        <div>
          <dt>{words.phone}</dt>
          <dd>
            <a href={phoneHref(phone)}>{phoneText(phone)}</a>
          </dd>
        </div>
      )}
      {email && (
        <div>
          <dt>{words.email}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </div>
      )}
      {address && (
        <div>
          <dt>{words.address}</dt>
          <dd>{lines(address)}</dd>
        </div>
      )}
      {hours && hasHours && (
        <div>
          <dt>{words.hours}</dt>
          <dd>{lines(hours)}</dd>
        </div>
      )}
    </dl>
  )
}
