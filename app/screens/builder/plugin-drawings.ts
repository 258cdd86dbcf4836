import { signal } from '@preact/signals'
import { PLUGIN_BLOCK } from '#workers/plugins/plugin-blocks.contract.ts'
import { sitePluginsApi } from '#workers/plugins/plugins.contract.ts'
import type { PageDocument, PageNode } from '#workers/sites/page-document.contract.ts'
import type { BlockData } from '#workers/sites/snapshot.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'

/** Values are typed letter by letter; what is asked for is drawn when they rest. */
const REST_MS = 400

const WAITING: BlockData = { kind: 'notice', text: 'This block is being drawn …' }

/** Blocks of plugins as their code draws them, by what they are to show: each is asked for once. */
export class PluginDrawings {
  readonly #websiteId: string
  readonly #drawn = signal<ReadonlyMap<string, BlockData>>(new Map())
  readonly #asked = new Set<string>()
  /** What each block last showed, by its id. */
  readonly #last = new Map<string, BlockData>()
  #wanted = new Map<string, PageNode>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(websiteId: string) {
    this.#websiteId = websiteId
  }

  /** What blocks of a document show; what is not drawn yet is asked for, and stays what it was until then. */
  dataOf({ nodes }: PageDocument, active: readonly string[]): Record<string, BlockData> {
    const drawn = this.#drawn.value
    const data: Record<string, BlockData> = {}
    const wanted = new Map<string, PageNode>()
    for (const [id, node] of Object.entries(nodes)) {
      if (node.type !== PLUGIN_BLOCK || !active.includes(String(node.props.plugin))) continue
      const name = nameOf(node)
      const known = drawn.get(name)
      if (known) this.#last.set(id, known)
      data[id] = known ?? this.#last.get(id) ?? WAITING
      if (!this.#asked.has(name)) wanted.set(name, node)
    }
    this.#want(wanted)
    return data
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #want(wanted: Map<string, PageNode>): void {
    if (wanted.size === 0) return
    this.#wanted = wanted
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ask(), this.#drawn.peek().size === 0 ? 0 : REST_MS)
  }

  #ask(): void {
    for (const [name, { props }] of this.#wanted) {
      this.#asked.add(name)
      void this.#draw(name, props)
    }
    this.#wanted = new Map()
  }

  async #draw(name: string, { plugin, block, values }: PageNode['props']): Promise<void> {
    const data = await drawing(this.#websiteId, {
      ...{ plugin: String(plugin), block: String(block) },
      // safe: the API looks at them against the plugin's manifest
      values: (values ?? {}) as Record<string, string | number | boolean>,
    })
    this.#drawn.value = new Map(this.#drawn.peek()).set(name, data)
  }
}

const nameOf = ({ props: { plugin, block, values } }: PageNode): string =>
  JSON.stringify([plugin, block, values])

interface Wish {
  plugin: string
  block: string
  values: Record<string, string | number | boolean>
}

async function drawing(websiteId: string, body: Wish): Promise<BlockData> {
  try {
    const { html, problem } = await call(sitePluginsApi.draw, { params: { id: websiteId }, body })
    if (problem !== null) return { kind: 'notice', text: `The plugin could not draw this block: ${problem}` }
    return html ? { kind: 'html', html } : { kind: 'notice', text: 'The plugin draws nothing here.' }
  } catch (thrown) {
    return { kind: 'notice', text: `This block could not be drawn: ${Problem.of(thrown).message}` }
  }
}
