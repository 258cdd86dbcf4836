import type { Database } from '../sqlite/database.ts'
import { readSetting, writeSetting } from './settings.ts'

export type Clock = { now: () => number; advance: (ms: number) => void }

/** Real time plus what it was moved by; the move is kept, so time never runs backwards over a restart. */
export function createClock(db: Database): Clock {
  let aheadMs = Number(readSetting(db, 'clock_ahead_ms') ?? 0)

  return {
    now: () => Math.floor(Date.now() + aheadMs),
    advance: (ms) => {
      aheadMs += ms
      writeSetting(db, 'clock_ahead_ms', String(aheadMs))
    },
  }
}
