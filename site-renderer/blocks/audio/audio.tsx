import * as z from 'zod/mini'
import { block } from '../block.ts'
import { hasPhoto, Missing, Photo } from '../parts.tsx'
import { mediaFile } from '../players.tsx'
import { area, line, picture } from '../properties.ts'

const AUDIO = /\.(?:mp3|m4a|ogg|oga|wav|aac|flac)$/i

export const audio = block({
  type: 'audio',
  version: 1,
  label: 'Audio',
  summary: 'A recording or podcast episode from a file, with its cover.',
  category: 'media',
  icon: 'audio',
  props: z.object({
    address: line('Address of a sound file, such as an MP3', '', 300),
    title: line('Title', '', 120),
    text: area('Text', '', 300),
    cover: picture('Cover'),
  }),
  component: ({ address, title, text, cover, edit }) => {
    const file = mediaFile(address, AUDIO)
    if (!file)
      return <Missing edit={edit} icon="play" text="Paste the address of a sound file, such as an MP3." />
    return (
      <figure class="audio">
        {hasPhoto(cover) && <Photo image={cover} />}
        <figcaption>
          {title && (
            <p class="subtitle" {...edit('title')}>
              {title}
            </p>
          )}
          {text && <p {...edit('text')}>{text}</p>}
          {/* biome-ignore lint/a11y/useMediaCaption: a sound file has no captions; its text stands beside it. */}
          <audio src={file} aria-label={title || undefined} controls preload="none" />
        </figcaption>
      </figure>
    )
  },
})
