import * as z from 'zod/mini'
import { embedOf } from '#workers/content/embeds.contract.ts'
import { block } from '../block.ts'
import { isEdited, Missing, SectionHead } from '../parts.tsx'
import { Frame, Player } from '../players.tsx'
import { area, choice, line, picture, toggle } from '../properties.ts'

const heights = { small: 166, medium: 352, large: 560 } as const

export const embed = block({
  type: 'embed',
  version: 1,
  label: 'Embed',
  summary: 'Music, a map or a film from Spotify, SoundCloud, Google Maps, YouTube or Vimeo.',
  category: 'media',
  icon: 'embed',
  uses: ['video'],
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    address: line('Address at Spotify, SoundCloud, Google Maps, YouTube or Vimeo', '', 1000),
    title: line('What it shows', '', 120),
    height: choice('Height', ['own', 'small', 'medium', 'large'], 'own'),
    asksFirst: toggle('Load it only when a visitor asks for it', true),
    poster: picture('Picture before it is loaded'),
    caption: line('Caption', '', 200),
  }),
  component: ({ heading, text, address, title, height, asksFirst, poster, caption, site, level, edit }) => {
    const found = embedOf(address)
    if (!found)
      return (
        <Missing
          edit={edit}
          icon="globe"
          text="Paste an address from Spotify, SoundCloud, Google Maps, YouTube or Vimeo."
        />
      )
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <figure class="video embed">
          {asksFirst || isEdited(edit) ? (
            <Player address={address} title={title} poster={poster} locale={site.locale} />
          ) : (
            <div class="player">
              <Frame
                src={found.src}
                title={title || found.title}
                height={height === 'own' ? undefined : heights[height]}
                size={found.size}
              />
            </div>
          )}
          {caption && <figcaption {...edit('caption')}>{caption}</figcaption>}
        </figure>
      </>
    )
  },
})
