import type { RequestContext } from '#edge/context.contract.ts'
import { DomainError } from '../core/errors.ts'

/** Where tests of mails go: to whoever asks for them. */
export function ownAddress({ actor }: RequestContext): { email: string; name: string } {
  if (!actor) throw new DomainError('unauthenticated', 'Sign in to be sent a test.')
  return { email: actor.email, name: actor.name }
}
