import type { SiteGate } from '#edge/context.contract.ts'
import type { AccessKind } from './websites.contract.ts'

/** What a website's row says of who gets in, and at which host. */
export interface StoredAccess {
  kind: AccessKind
  message: string
  passwordHash: string
  stagingHash: string
  /** Passes are made for it; a new one ends them all. */
  key: string
  stagingKey: string
  mainDomainId: string | null
  leadsOthers: boolean
}

const open: StoredAccess = {
  ...{ kind: 'public', message: '', passwordHash: '', stagingHash: '', key: '', stagingKey: '' },
  ...{ mainDomainId: null, leadsOthers: false },
}

/** With everything a row leaves out as it is by default. */
export const accessOf = (stored: object): StoredAccess => ({ ...open, ...stored })

/** What stands before a website's hosts; nothing where everyone is let in. */
export function gateOf(stored: object): SiteGate | undefined {
  const { kind, key, message, passwordHash } = accessOf(stored)
  if (kind === 'public') return undefined
  const hasPassword = kind === 'password' && passwordHash !== ''
  return { kind, key, hasPassword, ...(message ? { message } : {}) }
}

/** What stands before its staging address, always. */
export function stagingGateOf(stored: object): SiteGate {
  const { stagingKey, stagingHash } = accessOf(stored)
  return { kind: 'password', key: `staging ${stagingKey}`, hasPassword: stagingHash !== '' }
}
