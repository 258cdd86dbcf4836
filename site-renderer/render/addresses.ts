import { wellFormed } from '../words/well-formed.ts'

/** A normalised path as it is written in an address. */
export const encodePath = (path: string): string =>
  wellFormed(path).split('/').map(encodeURIComponent).join('/')

/** The full address of what lies on the site or elsewhere on the web. */
export function absoluteUrl(source: string | undefined, origin: string): string | undefined {
  if (!source || !URL.canParse(source, origin)) return undefined
  const url = new URL(source, origin)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

/** A picture's full address; drawings are left out, as places that show shared links and feeds cannot draw them. */
export const pictureUrl = (source: string | undefined, origin: string): string | undefined =>
  source && /\.svg(?:$|[?#])/i.test(source) ? undefined : absoluteUrl(source, origin)
