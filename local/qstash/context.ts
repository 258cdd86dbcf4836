import type { Database } from '../sqlite/database.ts'
import type { Clock } from './clock.ts'
import type { SigningKeys } from './signing-keys.ts'

/** A delivery under way; only memory knows of it, so a crash forgets it and the message goes out again. */
export type Attempt = { seq: number; flowKey: string | undefined; done: Promise<void> }

/** What every verb of the stand-in works with. */
export type Context = {
  db: Database
  clock: Clock
  keys: SigningKeys
  fetch: typeof fetch
  defaultRetries: number
  attempts: Map<string, Attempt>
  /** Tells the dispatcher that something may have become due. */
  wake: () => void
}
