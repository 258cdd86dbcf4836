import * as z from 'zod/mini'
import { COUNTDOWN_PATH } from '#workers/sites/site-paths.contract.ts'
import { fill, formatDay, wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { Buttons, isEdited, SectionHead } from '../parts.tsx'
import { area, choice, line, link } from '../properties.ts'
import { instantOf, offsets } from './moment.ts'

/** A page is the same for everyone and kept for long, so what counts is a picture that is drawn anew for each visitor. */
export const countdown = block({
  type: 'countdown',
  version: 1,
  label: 'Countdown',
  summary: 'Days, hours, minutes and seconds until something begins.',
  category: 'business',
  icon: 'countdown',
  props: z.object({
    heading: line('Heading', 'Doors open soon', 90),
    text: area('Text', '', 300),
    moment: line('Date and time, as 2027-05-14 18:00', '2027-06-01 18:00', 20),
    offset: choice('Hours from UTC there and then', offsets, '+00:00'),
    primary: link('Button'),
  }),
  component: ({ heading, text, moment, offset, primary, site, level, edit }) => {
    const instant = instantOf(moment, offset)
    const day = formatDay(moment.trim().slice(0, 10), site.locale)
    const time = /\d{1,2}:\d{2}$/.exec(moment.trim())?.[0]
    const until = fill(wordsFor(site.locale).until, { date: [day, time].filter(Boolean).join(', ') })
    const source = `${COUNTDOWN_PATH}${site.prefix ?? ''}?to=${encodeURIComponent(instant ?? '')}`
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        {instant && (
          <figure class="countdown">
            {isEdited(edit) ? (
              <StillCountdown instant={instant} locale={site.locale} />
            ) : (
              <img src={source} alt="" width="640" height="148" />
            )}
            <figcaption>
              <time dateTime={instant}>{until}</time>
            </figcaption>
          </figure>
        )}
        <Buttons primary={primary} edit={edit} />
      </>
    )
  },
})

/** The same picture in the builder, where nothing is drawn for visitors: as it was when the page was opened. */
function StillCountdown({ instant, locale }: { instant: string; locale: string }) {
  const words = wordsFor(locale)
  const left = Math.max(0, Math.floor((Date.parse(instant) - Date.now()) / 1000))
  const units = [
    [Math.floor(left / 86_400), words.days],
    [Math.floor(left / 3600) % 24, words.hoursLeft],
    [Math.floor(left / 60) % 60, words.minutesLeft],
    [left % 60, words.seconds],
  ] as const
  return (
    <div class="countdown-still">
      {units.map(([number, label]) => (
        <span key={label}>
          <b>{String(number).padStart(2, '0')}</b>
          {label}
        </span>
      ))}
    </div>
  )
}
