import { MAX_ANSWER_BYTES, PLUGIN_TIMEOUT_MS, PluginCall } from '#workers/plugins/plugin-call.contract.ts'
import { GUEST_DOOR } from './guest-door.ts'
import type { Outbound } from './outbound.ts'

export { Outbound } from './outbound.ts'

interface Bindings {
  LOADER: WorkerLoader
}
/** The ways this Worker can be entered, as the platform hands them out. */
interface Exports {
  Outbound: (options: { props: { hosts: string[] } }) => Service<typeof Outbound>
}

const COMPATIBILITY_DATE = '2026-10-01'
/** One call's share: plenty for drawing a block, far too little to be a nuisance. */
const LIMITS = { cpuMs: 100, subRequests: 10 }
const MAX_MESSAGE = 300

/** Runs one hook of one plugin. Whatever the plugin does, the answer is JSON that says what became of it. */
export default {
  async fetch(request, { LOADER }, ctx) {
    const call = PluginCall.parse(await request.json())
    // safe: this module exports Outbound, and nothing else is taken from there
    const { Outbound: outbound } = ctx.exports as unknown as Exports
    const { hosts } = call
    const guest = LOADER.get(call.isolate, () => ({
      compatibilityDate: COMPATIBILITY_DATE,
      mainModule: 'door.js',
      modules: { 'door.js': GUEST_DOOR, 'plugin.js': call.code },
      env: {},
      limits: LIMITS,
      // Without hosts there is no network at all.
      globalOutbound: hosts.length > 0 ? outbound({ props: { hosts } }) : null,
    }))
    try {
      return Response.json(await orTimeout(ask(guest, call)))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return Response.json({ problem: `The plugin failed: ${message.slice(0, MAX_MESSAGE)}` })
    }
  },
} satisfies ExportedHandler<Bindings>

async function ask(guest: WorkerStub, { hook, input }: PluginCall): Promise<unknown> {
  const response = await guest.getEntrypoint().fetch('http://plugin/', {
    method: 'POST',
    body: JSON.stringify({ hook, input }),
  })
  const outcome: unknown = JSON.parse(await readLimited(response))
  if (typeof outcome !== 'object' || outcome === null) throw new Error('It gave no answer.')
  if ('problem' in outcome) return { problem: String(outcome.problem).slice(0, MAX_MESSAGE) }
  return { answer: 'answer' in outcome ? outcome.answer : null }
}

async function readLimited({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > MAX_ANSWER_BYTES) throw new Error(`It gave more than ${MAX_ANSWER_BYTES} bytes.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

async function orTimeout<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new Error(`It took longer than ${PLUGIN_TIMEOUT_MS} ms.`)),
    PLUGIN_TIMEOUT_MS,
  )
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
