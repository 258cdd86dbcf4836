import * as z from 'zod'
import { Email, endpoint, Id, Nothing } from '../core/endpoint.contract.ts'

export const Password = z
  .string()
  .min(12, 'Choose a password of at least 12 characters.')
  .max(200, 'A password has at most 200 characters.')
const Token = z.string().min(16).max(2000)

export const NewAgency = z.strictObject({
  agencyName: z.string().trim().min(2, 'Enter the name of your agency.').max(120),
  name: z.string().trim().min(1, 'Enter your name.').max(120),
  email: Email,
  password: Password,
})
export type NewAgency = z.infer<typeof NewAgency>

export const Credentials = z.strictObject({
  email: Email,
  password: z.string().min(1, 'Enter your password.').max(200),
})
export type Credentials = z.infer<typeof Credentials>

export const Membership = z.object({
  id: Id,
  role: z.string(),
  tenant: z.object({ id: Id, name: z.string(), slug: z.string() }).nullable(),
  client: z.object({ id: Id, name: z.string() }).nullable(),
})
export type Membership = z.infer<typeof Membership>

/** The person signed in, and what they may do here. */
export const Me = z.object({
  user: z.object({ id: Id, name: z.string(), email: z.string() }),
  membership: Membership,
  permissions: z.array(z.string()),
})
export type Me = z.infer<typeof Me>

export const Tokens = z.object({
  tokenType: z.literal('Bearer'),
  accessToken: z
    .string()
    .describe('JWT: user_id, tenant_id, sub_tenant_id, roles, permissions; send as `Authorization: Bearer`'),
  expiresIn: z.int().describe('Seconds until the access token expires'),
  refreshToken: z.string().describe('Good for one use at `POST /auth/tokens`'),
})
export type Tokens = z.infer<typeof Tokens>

export const authApi = {
  signUp: endpoint({
    method: 'post',
    path: '/auth/sign-up',
    needs: 'public',
    summary: 'Sign up an agency. A mail with a link confirms the address; only then can its owner log in.',
    body: NewAgency,
    returns: z.object({ email: z.string() }),
    status: 202,
    fails: ['rate_limited'],
  }),
  sendVerification: endpoint({
    method: 'post',
    path: '/auth/verification-mails',
    needs: 'public',
    summary: 'Send the confirmation mail again. Answers the same whether or not the address is known.',
    body: z.strictObject({ email: Email }),
    returns: Nothing,
    status: 202,
    fails: ['rate_limited'],
  }),
  verifyEmail: endpoint({
    method: 'post',
    path: '/auth/email-verification',
    needs: 'public',
    summary: 'Confirm an address with the token from the mail; starts a session in the browser.',
    body: z.strictObject({ token: Token }),
    returns: Me,
    status: 200,
  }),
  login: endpoint({
    method: 'post',
    path: '/auth/login',
    needs: 'public',
    summary: 'Log in for API use: an access token and a refresh token.',
    body: Credentials,
    returns: Tokens,
    status: 200,
    fails: ['unauthenticated', 'rate_limited'],
  }),
  refresh: endpoint({
    method: 'post',
    path: '/auth/tokens',
    needs: 'public',
    summary:
      'Exchange a refresh token for new tokens. Using one twice revokes all that came from the same log-in.',
    body: z.strictObject({ refreshToken: Token }),
    returns: Tokens,
    status: 200,
    fails: ['unauthenticated'],
  }),
  startSession: endpoint({
    method: 'post',
    path: '/auth/sessions',
    needs: 'public',
    summary: 'Log in a browser: sets cookies bound to this host.',
    body: Credentials,
    returns: Me,
    fails: ['unauthenticated', 'rate_limited'],
  }),
  endSession: endpoint({
    method: 'delete',
    path: '/auth/session',
    needs: 'signed-in',
    summary: 'Log out: ends the session and every token that came from it.',
    returns: Nothing,
    status: 204,
  }),
  sendPasswordReset: endpoint({
    method: 'post',
    path: '/auth/password-resets',
    needs: 'public',
    summary: 'Send a mail to choose a new password. Answers the same whether or not the address is known.',
    body: z.strictObject({ email: Email }),
    returns: Nothing,
    status: 202,
    fails: ['rate_limited'],
  }),
  resetPassword: endpoint({
    method: 'post',
    path: '/auth/password',
    needs: 'public',
    summary: 'Choose a new password with the token from the mail; ends every other session.',
    body: z.strictObject({ token: Token, password: Password }),
    returns: Nothing,
    status: 204,
  }),
  me: endpoint({
    method: 'get',
    path: '/me',
    needs: 'signed-in',
    summary: 'Who is signed in, and what they may do.',
    returns: Me,
  }),
}
