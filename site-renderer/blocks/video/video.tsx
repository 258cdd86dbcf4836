import * as z from 'zod/mini'
import { embedOf } from '#workers/content/embeds.contract.ts'
import { block } from '../block.ts'
import { Missing, SectionHead } from '../parts.tsx'
import { mediaFile, Player } from '../players.tsx'
import { area, line, picture } from '../properties.ts'
import { safeSource } from '../safe-href.ts'

const VIDEO = /\.(?:mp4|webm|m4v|mov)$/i

export const video = block({
  type: 'video',
  version: 1,
  label: 'Video',
  summary: 'A film from YouTube, Vimeo or a file; nothing is loaded before somebody presses play.',
  category: 'media',
  icon: 'video',
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    address: line('Address on YouTube or Vimeo, or of a video file', '', 300),
    title: line('What the video shows', '', 120),
    poster: picture('Picture before it plays'),
    caption: line('Caption', '', 200),
  }),
  component: ({ heading, text, address, title, poster, caption, site, level, edit }) => {
    const file = mediaFile(address, VIDEO)
    if (!file && !embedOf(address))
      return (
        <Missing
          edit={edit}
          icon="play"
          text="Paste the address of a video on YouTube or Vimeo, or of a file."
        />
      )
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <figure class="video">
          {file ? (
            // biome-ignore lint/a11y/useMediaCaption: captions, where there are some, are part of the file.
            <video
              src={file}
              poster={safeSource(poster.src)}
              aria-label={title || undefined}
              controls
              preload="metadata"
              playsInline
            />
          ) : (
            <Player address={address} title={title} poster={poster} locale={site.locale} />
          )}
          {caption && <figcaption {...edit('caption')}>{caption}</figcaption>}
        </figure>
      </>
    )
  },
})
