import { Redis } from '@upstash/redis'
import { createUpstash } from '../../local/upstash/upstash.ts'
import { serveUnder } from './serve.ts'

/** A running Upstash behind a path prefix, with the vendor's client pointed at it and a clock that can be moved. */
export async function createWorld() {
  let aheadMs = 0
  const { app } = createUpstash({ token: 'secret', now: () => Date.now() + aheadMs })
  const { url, close } = await serveUnder('/upstash', app)
  return {
    url,
    close,
    redis: createRedis(url),
    moveTo: (ms: number) => {
      aheadMs = ms
    },
  }
}

export function createRedis(url: string, token = 'secret'): Redis {
  return new Redis({ url, token, retry: false, enableTelemetry: false })
}
