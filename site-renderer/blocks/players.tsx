import { embedOf } from '#workers/content/embeds.contract.ts'
import { fill, wordsFor } from '../words/words.ts'
import { Icon, Photo } from './parts.tsx'
import { safeSource } from './safe-href.ts'

/** Something of another provider that is fetched only once a visitor asks for it. */

interface FrameProps {
  src: string
  title: string
  /** Kept as wide as its place, this high; otherwise in the proportions of its size. */
  height?: number | undefined
  size: readonly [number, number]
}

/** The sandbox keeps what is embedded from leading the whole page elsewhere. */
export function Frame({ src, title, height, size: [width, fallback] }: FrameProps) {
  return (
    <iframe
      src={src}
      title={title}
      loading="lazy"
      allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
      sandbox="allow-scripts allow-same-origin allow-popups allow-presentation allow-forms"
      style={height ? `height:${height}px` : `aspect-ratio:${width}/${fallback}`}
    />
  )
}

interface PlayerProps {
  address: string
  title: string
  poster: { src: string; alt: string }
  locale: string
}

/** A known provider's player behind its poster; opening it is what loads it, as a lazy frame inside closed details is not. */
export function Player({ address, title, poster, locale }: PlayerProps) {
  const words = wordsFor(locale)
  const embed = embedOf(address)
  if (!embed) return null
  return (
    <details class="player">
      <summary>
        <Photo image={{ ...poster, alt: '' }} />
        <span class="play">
          <Icon name="play" />
        </span>
        <span class="from">
          <b>{fill(words.play, { title: title || embed.title })}</b>{' '}
          {fill(words.showFrom, { host: new URL(embed.src).host })}
        </span>
      </summary>
      <Frame src={playing(embed.src)} title={title || embed.title} size={embed.size} />
    </details>
  )
}

/** The visitor has just asked for it, so it need not be asked for twice. */
function playing(src: string): string {
  const url = new URL(src)
  url.searchParams.set('autoplay', '1')
  return url.href
}

/** Whether an address is one of a file a browser plays by itself. */
export const mediaFile = (address: string, endings: RegExp): string | undefined => {
  const source = safeSource(address)
  return source && endings.test(source.replace(/[?#].*$/, '')) ? source : undefined
}
