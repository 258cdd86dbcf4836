import { inArray } from 'drizzle-orm'
import { plugins } from '#db/schema/index.ts'
import { sanitiseHtml } from '../content/sanitise-html.ts'
import type { Context } from '../core/context.ts'
import type { PluginOutcome } from '../core/ports.ts'
import type { PageDocument, PageNode } from '../sites/page-document.contract.ts'
import type { BlockData } from '../sites/snapshot.contract.ts'
import { completeConfig } from './config-schema.contract.ts'
import { PLUGIN_BLOCK } from './plugin-blocks.contract.ts'
import { activePlugins, configOf, type Plugin, type PluginState } from './plugin-states.ts'
import { runPlugin } from './run-plugin.ts'

/** How a plugin's code did in one go: null when it did well. */
export interface PluginProblem {
  key: string
  problem: string | null
}

export interface PluginDrawer {
  /** HTML for each of a document's blocks that a plugin draws; those that fail draw nothing. */
  draw(document: PageDocument): Promise<Record<string, BlockData>>
  problems: PluginProblem[]
}

/** Most one block may become. */
const MAX_HTML = 100_000
/** A plugin that has failed so often in one publish is not asked again. */
const MAX_FAILURES = 3

/** Has blocks of other people's plugins drawn while a site is published, each kind and values once. */
export function createPluginDrawer(ctx: Context, siteId: string, state: PluginState): PluginDrawer {
  const given = activePlugins(state).filter(({ isShipped }) => !isShipped)
  const drawn = new Map<string, Promise<string | undefined>>()
  const problems: PluginProblem[] = []
  const failures = new Map<string, number>()
  let codes: Promise<Map<string, string>> | undefined

  async function readCodes(): Promise<Map<string, string>> {
    const keys = given.map(({ key }) => key)
    const rows = await ctx.db
      .select({ key: plugins.key, code: plugins.code, codeHash: plugins.codeHash })
      .from(plugins)
      .where(inArray(plugins.key, keys))
    return new Map(rows.map(({ key, code, codeHash }) => [`${key} ${codeHash}`, code]))
  }

  async function drawOne(plugin: Plugin, blockKey: string, values: Record<string, unknown>) {
    codes ??= readCodes()
    const { key, manifest, codeHash = '' } = plugin
    const block = manifest.blocks.find((each) => each.key === blockKey)
    const code = (await codes).get(`${key} ${codeHash}`)
    if (!block || code === undefined || (failures.get(key) ?? 0) >= MAX_FAILURES) return undefined
    const outcome = await runPlugin(ctx, {
      ...{ plugin, siteId, code, hook: 'renderBlock' },
      input: { block: blockKey, props: completeConfig(block.props, values), config: configOf(state, plugin) },
    })
    const { html, problem } = readOutcome(outcome)
    note(key, problem)
    return html
  }

  /** A failure stays, whatever went well beside it. */
  function note(key: string, problem: string | null): void {
    const known = problems.find((each) => each.key === key)
    if (problem !== null) failures.set(key, (failures.get(key) ?? 0) + 1)
    if (!known) problems.push({ key, problem })
    else known.problem ??= problem
  }

  async function draw({ nodes }: PageDocument): Promise<Record<string, BlockData>> {
    const data: Record<string, BlockData> = {}
    for (const [id, node] of Object.entries(nodes)) {
      const plugin = node.type === PLUGIN_BLOCK && given.find(({ key }) => key === node.props.plugin)
      if (!plugin) continue
      const [blockKey, values] = [String(node.props.block), valuesOf(node)]
      const name = JSON.stringify([plugin.key, blockKey, values])
      const drawing = drawn.get(name) ?? drawOne(plugin, blockKey, values)
      drawn.set(name, drawing)
      const html = await drawing
      if (html) data[id] = { kind: 'html', html }
    }
    return data
  }
  return { draw, problems }
}

/** What was drawn, made safe, or why nothing was. */
function readOutcome(outcome: PluginOutcome): { html?: string; problem: string | null } {
  if ('problem' in outcome) return { problem: outcome.problem }
  const html = htmlIn(outcome.answer)
  if (html === undefined) return { problem: NO_HTML }
  return { html: sanitiseHtml(html, { topHeading: 3 }), problem: null }
}

const NO_HTML = `renderBlock gave no text of at most ${MAX_HTML} characters.`

const htmlIn = (answer: unknown): string | undefined =>
  typeof answer === 'string' && answer.length <= MAX_HTML ? answer : undefined

function valuesOf({ props: { values } }: PageNode): Record<string, unknown> {
  return typeof values === 'object' && values !== null && !Array.isArray(values) ? values : {}
}
