import type { Context } from './context.ts'
import { deliver } from './deliver.ts'
import { readDeliveryOptions } from './delivery-options.ts'
import { recordEvent } from './events.ts'
import { countStart, getFlowControl } from './flow-controls.ts'
import type { StoredMessage } from './message.ts'
import { listReady, mayStartAt, nextDueAt } from './ready-messages.ts'
import { publishDueSchedules } from './schedules.ts'
import { settle } from './settle.ts'

export type Dispatcher = { start: () => void; stop: () => Promise<void>; wake: () => void }

/** Timers stand still while a laptop sleeps, so the clock is looked at this often when anything is awaited. */
const LONGEST_WAIT_MS = 15_000
const PAUSE_AFTER_FAULT_MS = 1_000

/** Sends out what is due, as soon as it is due, so many at a time. */
export function createDispatcher(ctx: Context, concurrency: number): Dispatcher {
  const stopping = new AbortController()
  let isRunning = false
  let pending: NodeJS.Immediate | undefined
  let timer: NodeJS.Timeout | undefined

  const sleep = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(turn, Math.min(ms, LONGEST_WAIT_MS)).unref()
  }

  const wake = () => {
    if (isRunning) pending ??= setImmediate(turn)
  }

  function turn() {
    pending = undefined
    if (!isRunning) return
    try {
      // One moment for the whole turn: what falls due while it runs must still be waited for.
      const now = ctx.clock.now()
      publishDueSchedules(ctx, now)
      startReady({ ctx, now, concurrency, attempt })
      const next = nextDueAt(ctx, now)
      if (next !== undefined) sleep(Math.max(1, next - ctx.clock.now()))
    } catch (error) {
      pauseAfter(error)
    }
  }

  async function attempt(message: StoredMessage) {
    const outcome = await deliver(ctx, message, stopping.signal)
    ctx.attempts.delete(message.messageId)
    if (stopping.signal.aborted) return
    try {
      settle(ctx, message, outcome)
      wake()
    } catch (error) {
      pauseAfter(error)
    }
  }

  function pauseAfter(error: unknown) {
    console.error('qstash: the database failed', error)
    sleep(PAUSE_AFTER_FAULT_MS)
  }

  return {
    start: () => {
      isRunning = true
      wake()
    },
    stop: async () => {
      isRunning = false
      clearTimeout(timer)
      clearImmediate(pending)
      stopping.abort()
      await Promise.all(Array.from(ctx.attempts.values(), ({ done }) => done))
    },
    wake,
  }
}

type Round = {
  ctx: Context
  now: number
  concurrency: number
  attempt: (message: StoredMessage) => Promise<void>
}

/** A start may use up a flow's allowance for others that were ready, so they are asked for again in that case. */
function startReady(round: Round): void {
  const { ctx, now, concurrency } = round
  let isMore = true
  while (isMore && ctx.attempts.size < concurrency) {
    const ready = listReady(ctx, now, concurrency - ctx.attempts.size)
    const started = ready.filter((message) => startOne(round, message)).length
    isMore = started > 0 && started < ready.length
  }
}

function startOne({ ctx, now, attempt }: Round, message: StoredMessage): boolean {
  const flowKey = readDeliveryOptions(message.headers).flow?.key
  const flow = flowKey === undefined ? undefined : getFlowControl(ctx.db, flowKey)
  if (flow && !mayStartAt(ctx, flow, now)) return false

  ctx.db.transaction(() => {
    if (flow) countStart(ctx.db, flow, now)
    recordEvent(ctx, message, 'ACTIVE')
  })
  const entry = { seq: message.seq, flowKey, done: Promise.resolve() }
  ctx.attempts.set(message.messageId, entry)
  entry.done = attempt(message)
  return true
}
