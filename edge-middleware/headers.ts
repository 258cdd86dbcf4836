import { CONTEXT_HEADER, type HostTarget, REQUEST_ID_HEADER } from './context.contract.ts'

/** What only the front door may say; whoever sends it is not believed. */
const spoofable = [
  CONTEXT_HEADER,
  REQUEST_ID_HEADER,
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-dde-ip',
]

export function cleanHeaders(request: Request): Headers {
  const headers = new Headers(request.headers)
  for (const name of spoofable) headers.delete(name)
  return headers
}

const everywhere: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Scripts of our own only, nothing inline, framed by nobody. The builder shows pictures of websites, which lie elsewhere. */
const dashboardPolicy = (scheme: string, uploads: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${scheme}`,
    `connect-src 'self' ${uploads}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** A site carries no script at all; what it embeds is on the sanitiser's list of hosts. */
const sitePolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "media-src 'self' https:",
  "font-src 'self'",
  // For browsers' own tools: Lighthouse reads robots.txt as the page would.
  "connect-src 'self'",
  "manifest-src 'self'",
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://www.google.com https://open.spotify.com https://w.soundcloud.com https://videopress.com https://video.wordpress.com',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

interface Served {
  kind: HostTarget['kind']
  isHttps: boolean
  /** Where browsers of the dashboard put uploads. */
  uploads: string
}

/** Security headers by what is being served. HTTPS is enforced wherever it is spoken. */
export function secure(headers: Headers, { kind, isHttps, uploads }: Served): void {
  for (const name in everywhere) headers.set(name, everywhere[name] ?? '')
  const isSite = kind === 'site' || kind === 'preview'
  // Files somebody uploaded come with a policy of their own that allows less.
  if (!headers.get('Content-Security-Policy')?.includes('sandbox')) {
    const policy = isSite ? sitePolicy : dashboardPolicy(isHttps ? 'https:' : 'http: https:', uploads)
    headers.set('Content-Security-Policy', policy)
  }
  // A preview's address is its secret: the pages it links to must not learn it.
  if (kind === 'preview') headers.set('Referrer-Policy', 'no-referrer')
  headers.set('X-Frame-Options', isSite ? 'SAMEORIGIN' : 'DENY')
  if (isHttps) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}
