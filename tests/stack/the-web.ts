import { fetch, type Request, Response } from 'miniflare'
import { repositoryAt } from '#tests/templates/repositories.ts'

/** A public address that is nobody's host here: what the names of the tests' web resolve to. */
const SOMEWHERE = '93.184.215.14'
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The names that exist on the tests' web. `inside.fixture-web.com` is a trap: it leads into our own network. */
export function resolveTheWeb(name: string, type: string): string[] | undefined {
  if (name === 'inside.fixture-web.com') return type === 'A' ? ['10.0.0.7'] : []
  if (name.endsWith('.fixture-web.com')) return type === 'A' ? [SOMEWHERE] : []
  return undefined
}

/** Answers what the jobs Worker fetches: our own stand-ins as they are, a small web of fixtures, and nothing else. */
export async function answerAsTheWeb(request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') return fetch(request)
  if (!url.hostname.endsWith('.fixture-web.com')) return new Response('no such host', { status: 502 })
  if (url.hostname === 'git.fixture-web.com') return answerAsGitHost(url)
  if (url.pathname.endsWith('.png')) return new Response(PIXEL, { headers: { 'content-type': 'image/png' } })
  if (url.pathname === '/lying.jpg')
    return new Response('<html>', { headers: { 'content-type': 'image/jpeg' } })
  if (url.pathname === '/leads-inside.jpg')
    return new Response(null, { status: 302, headers: { location: 'http://127.0.0.1/secret' } })
  return new Response('gone', { status: 404 })
}

/** A host of repositories that gives them out as archives, as Gitea does. */
function answerAsGitHost({ pathname }: URL): Response {
  const ref = /^\/agency\/practice\/archive\/([\w-]+)\.tar\.gz$/.exec(pathname)?.[1] ?? ''
  if (ref === 'inside')
    return new Response(null, { status: 302, headers: { location: 'http://127.0.0.1/a' } })
  const archive = repositoryAt(ref, PIXEL)
  return archive
    ? new Response(archive, { headers: { 'content-type': 'application/gzip' } })
    : new Response('not found', { status: 404 })
}
