import * as z from 'zod'

/** What the API and the jobs ask of the Worker that runs plugins. */
export const PluginCall = z.strictObject({
  /** Calls of one name share an isolate, and whatever the code remembers in it. */
  isolate: z.string().min(1).max(400),
  code: z.string(),
  /** All that the code may speak to. */
  hosts: z.array(z.string()).max(20),
  hook: z.enum(['renderBlock', 'onEvent']),
  input: z.unknown(),
})
export type PluginCall = z.infer<typeof PluginCall>

/** Most a hook may give back, in bytes. */
export const MAX_ANSWER_BYTES = 256 * 1024
/** So long a hook may take in all, waiting included. */
export const PLUGIN_TIMEOUT_MS = 2_000
