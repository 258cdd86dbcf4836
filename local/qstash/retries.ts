import { parseDuration } from './durations.ts'
import { evaluate } from './expressions.ts'

type Failure = {
  /** How often the message was retried before this failure. */
  retried: number
  retryDelay: string | undefined
  responseHeaders: Record<string, string[]>
}

const LONGEST_DELAY_MS = 86_400_000
const RETRY_HEADERS = [
  'Retry-After',
  'X-Ratelimit-Reset',
  'X-Ratelimit-Reset-Requests',
  'X-Ratelimit-Reset-Tokens',
]

/** How long to wait before the next attempt: what the endpoint asked for, else the message, else e^2.5n seconds. */
export function retryDelayMs({ retried, retryDelay, responseHeaders }: Failure): number {
  const asked = RETRY_HEADERS.flatMap((name) => responseHeaders[name] ?? []).map(readRetryAfter)
  const accepted = asked.find((ms) => ms !== undefined && ms <= LONGEST_DELAY_MS)
  if (accepted !== undefined) return accepted

  const wished = retryDelay ? evaluate(retryDelay, { retried }) : Number.NaN
  const ms = Number.isNaN(wished) ? Math.exp(2.5 * (retried + 1)) * 1_000 : wished
  return Math.round(Math.min(LONGEST_DELAY_MS, Math.max(0, ms)))
}

function readRetryAfter(value: string): number | undefined {
  const ms = parseDuration(value.trim())
  if (ms !== undefined) return ms
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}
