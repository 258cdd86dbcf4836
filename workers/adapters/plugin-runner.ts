import * as z from 'zod'
import type { PluginOutcome, PluginRunner } from '../core/ports.ts'

/** Longer than the sandbox itself waits, so that it has the word unless it is gone. */
const TIMEOUT_MS = 8_000
const Outcome = z.union([z.strictObject({ answer: z.unknown() }), z.strictObject({ problem: z.string() })])

/** Other people's code, run by the Worker made for it. Whatever happens there is an outcome, never an exception. */
export function createPluginRunner(sandbox: Fetcher): PluginRunner {
  return {
    async run(call): Promise<PluginOutcome> {
      try {
        const response = await sandbox.fetch('http://dde-plugins/', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(call),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        const outcome = Outcome.safeParse(await response.json())
        return outcome.success ? outcome.data : { problem: 'The plugin gave no answer.' }
      } catch {
        // The sandbox is gone or has given something else than JSON: the plugin's doing either way.
        return { problem: 'The plugin was stopped before it gave an answer.' }
      }
    },
  }
}
