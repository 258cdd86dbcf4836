import { Redis } from '@upstash/redis/cloudflare'
import type { PresenceBoard, PresentEditor } from '../core/ports.ts'

/** Who says nothing for so long has left. */
const GONE_MS = 10_000
const MAX_PRESENT = 50

interface Note extends PresentEditor {
  at: number
}

/** One hash in Upstash Redis per page, a field for each open window; it goes by itself when nobody is left. */
export function createPresenceBoard(config: { url: string; token: string }): PresenceBoard {
  const redis = new Redis({ url: config.url, token: config.token, enableTelemetry: false })
  const keyOf = (room: string) => `presence:${room}`

  return {
    async enter(room, member) {
      const key = keyOf(room)
      const now = Date.now()
      const [, , notes] = await redis
        .pipeline()
        .hset(key, { [member.editor]: { ...member, at: now } })
        .pexpire(key, GONE_MS)
        .hgetall<Record<string, Note>>(key)
        .exec<[number, number, Record<string, Note> | null]>()
      const all = Object.values(notes ?? {})
      const gone = all.filter(({ at }) => now - at > GONE_MS).map(({ editor }) => editor)
      if (gone.length > 0) await redis.hdel(key, ...gone)
      return all
        .filter(({ editor }) => !gone.includes(editor))
        .slice(0, MAX_PRESENT)
        .map(({ editor, name, selected }) => ({ editor, name, selected }))
    },
    async leave(room, editor) {
      await redis.hdel(keyOf(room), editor)
    },
  }
}
