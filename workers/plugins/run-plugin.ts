import type { Context } from '../core/context.ts'
import type { PluginOutcome } from '../core/ports.ts'
import { hostsOf } from './manifest.contract.ts'
import type { Plugin } from './plugin-states.ts'

export interface PluginRun {
  plugin: Plugin
  siteId: string
  code: string
  hook: 'renderBlock' | 'onEvent'
  input: unknown
}

/** Runs a hook of a plugin in an isolate of its website's own, which can reach the declared hosts and nothing else. */
export const runPlugin = (
  ctx: Context,
  { plugin, siteId, code, hook, input }: PluginRun,
): Promise<PluginOutcome> =>
  ctx.ports.plugins.run({
    isolate: `${siteId} ${plugin.key} ${plugin.codeHash ?? ''}`,
    ...{ code, hook, input, hosts: hostsOf(plugin.manifest) },
  })
