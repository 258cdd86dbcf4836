import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import type { previewLinks } from '#db/schema/index.ts'
import type { Context } from '../core/context.ts'
import { sha256Hex } from '../core/ids.ts'
import { readText } from '../core/input.ts'
import { pathOnHost } from '../core/path-on-host.ts'
import type { RateLimit } from '../core/ports.ts'
import type { Deps } from '../deps.ts'
import { passwordPage, previewAnswer } from './preview-pages.ts'

const COOKIE = 'dde.preview'
const MAX_FORM_BYTES = 4096
const guesses: RateLimit = { name: 'preview-password', tokens: 10, windowSeconds: 300 }

type Link = Pick<typeof previewLinks.$inferSelect, 'id' | 'passwordHash' | 'expiresAt'>

/** Proves that whoever sends it has known the password; another password, or another link, takes another. */
const proofOf = ({ env }: Deps, { id, passwordHash }: Link): Promise<string> =>
  sha256Hex(`${env.CONTEXT_SECRET} preview ${id} ${passwordHash}`)

export async function isUnlocked(deps: Deps, http: HonoContext, link: Link): Promise<boolean> {
  return link.passwordHash === '' || getCookie(http, COOKIE) === (await proofOf(deps, link))
}

interface Attempt {
  link: Link
  ip: string
}

/** Takes the password and leads on to the page that was asked for. */
export async function unlock(
  deps: Deps,
  ctx: Context,
  http: HonoContext,
  { link, ip }: Attempt,
): Promise<Response> {
  if (http.req.method !== 'POST') return previewAnswer(null, 'text/plain', { to: '/' })
  const form = new URLSearchParams(await readText(http.req.raw, MAX_FORM_BYTES))
  const to = pathOnHost(form.get('path') ?? '/')
  if (!(await ctx.ports.limiter.allow(guesses, `${link.id} ${ip}`)))
    return passwordPage(to, 'Too many attempts. Wait a few minutes and try again.')
  const { passwords } = await import('../auth/password.ts')
  const isRight = await passwords.verify({ hash: link.passwordHash, password: form.get('password') ?? '' })
  if (!isRight) return passwordPage(to, 'That is not the password.')
  const response = previewAnswer(null, 'text/plain', { to })
  const secure = new URL(ctx.addresses.platform).protocol === 'https:' ? '; Secure' : ''
  response.headers.append(
    'Set-Cookie',
    `${COOKIE}=${await proofOf(deps, link)}; Path=/; HttpOnly; SameSite=Lax; Expires=${link.expiresAt.toUTCString()}${secure}`,
  )
  return response
}
