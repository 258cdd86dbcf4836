import type { AnyEndpoint } from '../core/endpoint.contract.ts'
import { handle, type Input, type Route } from '../core/routes.ts'
import type { Deps } from '../deps.ts'
import { authApi } from './auth.contract.ts'
import { describeMe } from './me.ts'
import type { AuthRequest } from './sign-in.ts'

/** better-auth and Argon2 are heavy and rare: loaded when someone first signs in, not when the Worker starts. */
const signIn = () => import('./sign-in.ts')
const verification = () => import('./verification.ts')

export function authRoutes(deps: Deps): Route[] {
  const open = async ({ http, request }: Input<AnyEndpoint>): Promise<AuthRequest> =>
    (await signIn()).openAuth(deps, http, request)

  return [
    handle(authApi.signUp, async (ctx, input) => (await signIn()).signUp(ctx, await open(input), input.body)),
    handle(authApi.sendVerification, async (ctx, input) =>
      (await verification()).sendVerification(ctx, await open(input), input.body.email),
    ),
    handle(authApi.verifyEmail, async (ctx, input) =>
      (await verification()).verifyEmail(ctx, await open(input), input.body.token),
    ),
    handle(authApi.login, async (ctx, input) => {
      const auth = await open(input)
      const verbs = await signIn()
      return verbs.issueTokens(auth, (await verbs.signIn(ctx, auth, input.body)).member)
    }),
    handle(authApi.startSession, async (ctx, input) => {
      const auth = await open(input)
      const verbs = await signIn()
      const { cookies, member } = await verbs.signIn(ctx, auth, input.body)
      return verbs.setSession(auth, cookies, member)
    }),
    handle(authApi.refresh, async (_ctx, input) =>
      (await signIn()).refreshTokens(await open(input), input.body.refreshToken),
    ),
    handle(authApi.endSession, async (_ctx, input) =>
      (await signIn()).endSession(await open(input), input.request.actor),
    ),
    handle(authApi.sendPasswordReset, async (ctx, input) =>
      (await verification()).sendPasswordReset(ctx, await open(input), input.body.email),
    ),
    handle(authApi.resetPassword, async (_ctx, input) =>
      (await verification()).resetPassword(await open(input), input.body.token, input.body.password),
    ),
    handle(authApi.me, (_ctx, { request }) => describeMe(deps, request)),
  ]
}
