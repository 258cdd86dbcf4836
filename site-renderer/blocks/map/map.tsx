import * as z from 'zod/mini'
import { embedOf } from '#workers/content/embeds.contract.ts'
import { fill, wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { hasPhoto, Icon, lines, Missing, Photo, SectionHead } from '../parts.tsx'
import { Frame } from '../players.tsx'
import { area, line, picture, toggle } from '../properties.ts'

export const map = block({
  type: 'map',
  version: 1,
  label: 'Map and directions',
  summary: 'Where you are, with the way there in any maps app; a map loads only when asked for.',
  category: 'business',
  icon: 'map',
  props: z.object({
    heading: line('Heading', 'How to find us', 90),
    text: area(
      'Getting here',
      'Two minutes from the station; there is a place for bicycles at the door.',
      400,
    ),
    address: area('Address; otherwise that of the business', '', 200),
    image: picture('Picture of the place'),
    hasMap: toggle('Offer a map from Google, loaded when asked for', true),
  }),
  component: ({ heading, text, address, image, hasMap, site, level, edit }) => {
    const place = address || site.business.address || ''
    if (!place.trim())
      return (
        <Missing edit={edit} icon="pin" text="Write the address here, or in the details of the business." />
      )
    const words = wordsFor(site.locale)
    const query = encodeURIComponent(place.replace(/\s*\n\s*/g, ', ').replace(/\p{Surrogate}/gu, ''))
    const frame = hasMap ? embedOf(`https://www.google.com/maps?q=${query}&output=embed`) : undefined
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <div class="map">
          <div class="place">
            <Icon name="pin" />
            <address {...edit('address')}>{lines(place)}</address>
            <p class="ways">
              {directions(query).map(({ name, href }) => (
                <a key={name} href={href}>
                  {name}
                </a>
              ))}
            </p>
          </div>
          <div class="view">
            {hasPhoto(image) && <Photo image={image} />}
            {frame && (
              <details>
                <summary>
                  <span class="button second small">{words.showMap}</span>
                  <small>{fill(words.showFrom, { host: 'google.com' })}</small>
                </summary>
                <Frame src={frame.src} title={`${frame.title}: ${place}`} size={frame.size} />
              </details>
            )}
          </div>
        </div>
      </>
    )
  },
})

const directions = (query: string) => [
  { name: 'Google Maps', href: `https://www.google.com/maps/dir/?api=1&destination=${query}` },
  { name: 'Apple Maps', href: `https://maps.apple.com/?daddr=${query}` },
  { name: 'OpenStreetMap', href: `https://www.openstreetmap.org/search?query=${query}` },
]
