import { atLeast, between, type Commands, exactly } from '../command.ts'
import { OK } from '../replies.ts'

export const serverCommands: Commands = {
  ping: between(0, 1, (_db, message) => message ?? { status: 'PONG' }),
  echo: exactly(1, (_db, message) => message),
  time: exactly(0, (db) => {
    const now = db.now()
    return [String(Math.floor(now / 1_000)), String((now % 1_000) * 1_000)]
  }),
  dbsize: exactly(0, (db) => db.keys().length),
  flushall: atLeast(0, (db) => {
    db.clear()
    return OK
  }),
  flushdb: atLeast(0, (db) => {
    db.clear()
    return OK
  }),
  /** Nobody can subscribe here, so a message reaches nobody. */
  publish: exactly(2, () => 0),
}
