export type Webhook = { url: string; headers: Record<string, string>; body: string }

export type Webhooks = {
  /** Posts one after the other in the background, each until it is taken or has failed too often. */
  send: (webhooks: Webhook[]) => void
  /** Gives up what is still under way. */
  stop: () => Promise<void>
}

const WAITS_MS = [200, 1_000, 5_000, 25_000]
const TIMEOUT_MS = 10_000

/** Tells whoever asked for it what became of a message, the way the vendors' webhooks do. */
export function createWebhooks(): Webhooks {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()

  return {
    send: (webhooks) => {
      const sending = sendAll(webhooks, stopping.signal).finally(() => running.delete(sending))
      running.add(sending)
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

async function sendAll(webhooks: Webhook[], stop: AbortSignal): Promise<void> {
  for (const webhook of webhooks) await sendOne(webhook, stop)
}

async function sendOne(webhook: Webhook, stop: AbortSignal): Promise<void> {
  for (const wait of [0, ...WAITS_MS]) {
    await pause(wait, stop)
    if (stop.aborted || (await isTaken(webhook, stop))) return
  }
  if (!stop.aborted) console.warn(`inbox: ${webhook.url} did not take a webhook`)
}

async function isTaken({ url, headers, body }: Webhook, stop: AbortSignal): Promise<boolean> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)])
  const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => undefined)
  await answer?.body?.cancel()
  return answer?.ok ?? false
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (ms === 0 || stop.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms).unref()
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
