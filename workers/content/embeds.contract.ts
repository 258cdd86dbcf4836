/** A frame of a known provider, addressed anew from the parts that matter. */
export interface Embed {
  src: string
  title: string
  /** Width by height that suit it when the source names none. */
  size: readonly [number, number]
}
type Provider = (url: URL, path: string) => Embed | undefined

const VIDEO = [640, 360] as const
const ID = '([\\w-]{3,40})'

const PROVIDERS: Readonly<Record<string, Provider>> = {
  'youtube.com': youtube,
  'm.youtube.com': youtube,
  'music.youtube.com': youtube,
  'youtube-nocookie.com': youtube,
  'youtu.be': (url, path) => youtubeVideo(match(path, `^/${ID}$`), url),
  'vimeo.com': vimeo,
  'player.vimeo.com': vimeo,
  'google.com': googleMap,
  'maps.google.com': googleMap,
  'open.spotify.com': spotify,
  'soundcloud.com': soundcloudPage,
  'w.soundcloud.com': soundcloudPlayer,
  'videopress.com': videopress,
  'video.wordpress.com': videopress,
  'v.wordpress.com': videopress,
}

/** The frame for an address of an allow-listed provider: either its page or its own embed address. */
export function embedOf(address: string): Embed | undefined {
  const url = parseUrl(address.startsWith('//') ? `https:${address}` : address)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.port !== '') return undefined
  const host = url.hostname.replace(/^www\./, '')
  const provider = Object.hasOwn(PROVIDERS, host) ? PROVIDERS[host] : undefined
  return provider?.(url, url.pathname.replace(/\/+$/, ''))
}

const match = (text: string, pattern: string): string | undefined => new RegExp(pattern).exec(text)?.[1]

function youtube(url: URL, path: string): Embed | undefined {
  const list = match(url.searchParams.get('list') ?? '', `^${ID}$`)
  if (list && /^\/(playlist|embed\/videoseries)$/.test(path))
    return video(`https://www.youtube-nocookie.com/embed/videoseries?list=${list}`, 'YouTube playlist')
  const named = path === '/watch' ? match(url.searchParams.get('v') ?? '', `^${ID}$`) : undefined
  return youtubeVideo(named ?? match(path, `^/(?:embed|shorts|live|v)/${ID}$`), url)
}

function youtubeVideo(id: string | undefined, url: URL): Embed | undefined {
  if (!id) return undefined
  const start = secondsOf(url.searchParams.get('start') ?? url.searchParams.get('t') ?? '')
  const query = start > 0 ? `?start=${start}` : ''
  return video(`https://www.youtube-nocookie.com/embed/${id}${query}`, 'YouTube video')
}

/** `90`, `90s` and `1m30s` are the same moment. */
function secondsOf(time: string): number {
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(time)
  if (!parts) return 0
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)
}

function vimeo(url: URL, path: string): Embed | undefined {
  const parts = /^\/(?:video\/)?(\d{3,15})(?:\/([0-9a-f]{6,40}))?$/.exec(path)
  if (!parts) return undefined
  const hash = parts[2] ?? match(url.searchParams.get('h') ?? '', '^([0-9a-f]{6,40})$')
  return video(`https://player.vimeo.com/video/${parts[1]}${hash ? `?h=${hash}` : ''}`, 'Vimeo video')
}

function googleMap(url: URL, path: string): Embed | undefined {
  const isEmbed = /^\/maps\/(embed(\/v1\/[a-z]+)?|d\/(u\/\d\/)?embed)$/.test(path)
  const isOldEmbed = /^\/(maps)?$/.test(path) && url.searchParams.get('output') === 'embed'
  if (!isEmbed && !isOldEmbed) return undefined
  const query = new URLSearchParams(url.search).toString()
  return { src: `https://www.google.com${path || '/maps'}?${query}`, title: 'Map', size: [600, 450] }
}

function spotify(_url: URL, path: string): Embed | undefined {
  const parts =
    /^\/(?:intl-[a-z]{2}\/)?(?:embed\/)?(track|album|playlist|episode|show|artist)\/([A-Za-z0-9]{10,40})$/.exec(
      path,
    )
  if (!parts) return undefined
  return { src: `https://open.spotify.com/embed/${parts[1]}/${parts[2]}`, title: 'Spotify', size: [640, 352] }
}

function soundcloudPage(url: URL, path: string): Embed | undefined {
  return /^\/[\w-]+\/(sets\/)?[\w-]+$/.test(path)
    ? soundcloud(`https://soundcloud.com${url.pathname}`)
    : undefined
}

function soundcloudPlayer(url: URL): Embed | undefined {
  const track = parseUrl(url.searchParams.get('url') ?? '')
  if (!track || !/^(api\.|www\.)?soundcloud\.com$/.test(track.hostname)) return undefined
  return soundcloud(`https://${track.hostname}${track.pathname}`)
}

function soundcloud(track: string): Embed {
  const query = new URLSearchParams({ url: track })
  return { src: `https://w.soundcloud.com/player/?${query}`, title: 'SoundCloud', size: [640, 166] }
}

function videopress(_url: URL, path: string): Embed | undefined {
  const id = match(path, '^(?:/(?:embed|v))?/([A-Za-z0-9]{8})$')
  return id ? video(`https://videopress.com/embed/${id}`, 'VideoPress video') : undefined
}

const parseUrl = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)

const video = (src: string, title: string): Embed => ({ src, title, size: VIDEO })
