/**
 * What the front door has found out about a request, handed to the Workers behind it in a signed header.
 * Inner Workers trust this header and nothing else: they are reachable only over service bindings, and it is checked all the same.
 */
export const CONTEXT_HEADER = 'x-dde-context'
export const REQUEST_ID_HEADER = 'x-request-id'

/** Who is asking, as an access token proved it. */
export interface Actor {
  userId: string
  membershipId: string
  tenantId: string
  /** Set for people of one client; staff of the agency have none and act on all its clients. */
  clientId?: string
  role: string
  permissions: string[]
  name: string
  email: string
  sessionId: string
}

/** The site a host points at, as its publish wrote it to KV. */
export interface SiteHost {
  kind: 'site'
  tenantId: string
  clientId: string
  siteId: string
  name: string
  status: 'live' | 'unpublished' | 'suspended'
  /** Hash of the manifest of the snapshot being served; absent until the first publish. */
  snapshot?: string
  /** Scheme and host search engines should know the site by; otherwise the one that was asked. */
  origin?: string
  /** Scheme and host everyone is led on to. */
  movedTo?: string
  /** Left out where everyone is let in. */
  gate?: SiteGate
  /** Shows what is to be looked at before visitors see it. */
  isStaging?: true
}
/** Who is let in: those who have a pass made for this key. */
export interface SiteGate {
  kind: 'password' | 'maintenance'
  key: string
  /** Whether there is a password that somebody could enter. */
  hasPassword: boolean
  /** What is said at the gate; our own words otherwise. */
  message?: string
}
/** An agency's own address for its dashboard. */
export interface PortalHost {
  kind: 'portal'
  tenantId: string
}
/** An address at which a website is shown as it would be, to whoever has the link. */
export interface PreviewHost {
  kind: 'preview'
  token: string
}
/** The platform's own address. */
export interface PlatformHost {
  kind: 'platform'
}
export type HostTarget = SiteHost | PortalHost | PlatformHost | PreviewHost

export interface RequestContext {
  requestId: string
  /** Scheme, host and port as the visitor typed them, such as `http://localhost:8787`. */
  origin: string
  target: HostTarget
  /** The visitor's address as the platform saw it. */
  ip: string
  actor?: Actor
}

/** KV key under which a host's target is stored. */
export const hostKey = (host: string) => `host:${host.toLowerCase()}`

const encoder = new TextEncoder()
const keys = new Map<string, Promise<CryptoKey>>()

/** The key of whatever the platform signs for itself at the edge. */
export function signingKey(secret: string): Promise<CryptoKey> {
  let key = keys.get(secret)
  if (!key) {
    key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ])
    keys.set(secret, key)
  }
  return key
}

/** The header's value: base64url(JSON) + "." + base64url(HMAC-SHA-256 of the first part). */
export async function signContext(context: RequestContext, secret: string): Promise<string> {
  const body = toBase64Url(encoder.encode(JSON.stringify(context)))
  const signature = await crypto.subtle.sign('HMAC', await signingKey(secret), encoder.encode(body))
  return `${body}.${toBase64Url(new Uint8Array(signature))}`
}

/** The context a header carries, or undefined when it is missing, malformed or not signed with the secret. */
export async function readContext(
  header: string | null,
  secret: string,
): Promise<RequestContext | undefined> {
  const [body, signature, rest] = header?.split('.') ?? []
  if (!body || !signature || rest !== undefined) return undefined
  const bytes = fromBase64Url(signature)
  if (!bytes) return undefined
  const isGenuine = await crypto.subtle.verify('HMAC', await signingKey(secret), bytes, encoder.encode(body))
  const json = isGenuine ? fromBase64Url(body) : undefined
  // safe: the signature proves the front door wrote it
  return json ? (JSON.parse(new TextDecoder().decode(json)) as RequestContext) : undefined
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}
