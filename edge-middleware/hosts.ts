import { type HostTarget, hostKey } from './context.contract.ts'
import type { EdgeEnv } from './env.ts'
import { previewAt } from './previews.ts'

/** How long a host's target is believed without asking KV: what a publish may be late by in a warm isolate. */
const MEMORY_MS = 1000
/** Shortest time KV itself lets a location keep an answer. */
const KV_SECONDS = 30
const MAX_HOSTS = 5000

const memory = new Map<string, { target: HostTarget; until: number }>()

/** What a host points at: memory, else KV. Undefined when it points at nothing; that is not remembered. */
export async function findTarget(env: EdgeEnv, host: string, now: number): Promise<HostTarget | undefined> {
  const known = memory.get(host)
  if (known && known.until > now) return known.target
  if (host === new URL(env.PLATFORM_ORIGIN).host) return remember(host, { kind: 'platform' }, now)
  const preview = previewAt(host)
  if (preview) return preview
  // Ports are the laptop's: a site is known by its name alone.
  const target = await env.HOSTS.get<HostTarget>(hostKey(host.replace(/:\d+$/, '')), {
    type: 'json',
    cacheTtl: KV_SECONDS,
  })
  return target ? remember(host, target, now) : undefined
}

function remember(host: string, target: HostTarget, now: number): HostTarget {
  if (memory.size >= MAX_HOSTS) memory.clear()
  memory.set(host, { target, until: now + MEMORY_MS })
  return target
}
