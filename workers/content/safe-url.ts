export type UrlKind = 'link' | 'image' | 'media' | 'embed'

const SCHEMES: Readonly<Record<UrlKind, ReadonlySet<string>>> = {
  link: new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']),
  image: new Set(['http:', 'https:']),
  media: new Set(['http:', 'https:']),
  embed: new Set(['http:', 'https:']),
}
const MAX_URL = 4096
/** Reserved by RFC 2606, so no real address resolves to it. */
const NOWHERE = 'https://site.invalid'

/**
 * An address as a browser would understand it, or undefined when it may not stand on a page. It is parsed and written
 * anew, so entities, tabs, odd slashes and letter case cannot hide a scheme. Addresses of the site itself come out
 * beginning with a slash, a question mark or a hash.
 */
export function safeUrl(raw: string, kind: UrlKind, baseUrl?: string): string | undefined {
  const trimmed = raw.trim()
  if (trimmed === '' || trimmed.length > MAX_URL) return undefined
  if (trimmed.startsWith('#')) return kind === 'link' ? trimmed.replace(/\s/g, '') : undefined
  const url = parseUrl(trimmed, baseUrl ?? NOWHERE)
  if (!url || !SCHEMES[kind].has(url.protocol)) return undefined
  const safe = url.origin === NOWHERE ? pathOf(url) : withoutCredentials(url)
  return safe.length <= MAX_URL ? safe : undefined
}

/** Two slashes at its beginning would make a path the address of another host. */
const pathOf = (url: URL): string => url.pathname.replace(/^\/+/, '/') + url.search + url.hash

function withoutCredentials(url: URL): string {
  url.username = ''
  url.password = ''
  return url.href
}

export function parseUrl(text: string, baseUrl?: string): URL | undefined {
  return URL.canParse(text, baseUrl) ? new URL(text, baseUrl) : undefined
}
