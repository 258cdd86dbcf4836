import type { PageDocument, PageNode } from '../sites/page-document.contract.ts'

/** The type of block that stands for a block of somebody else's plugin. */
export const PLUGIN_BLOCK = 'plugin'

/** Types of blocks that belong to a plugin of ours: without it, nobody sees them. */
const pluginOfType: Readonly<Record<string, string>> = {
  form: 'forms',
  'hero-form': 'forms',
  newsletter: 'forms',
  projects: 'portfolio',
  project: 'portfolio',
}

/** The plugin a block belongs to; undefined for those that belong to nobody. */
export function pluginOf({ type, props }: Pick<PageNode, 'type' | 'props'>): string | undefined {
  if (type === PLUGIN_BLOCK) return typeof props.plugin === 'string' ? props.plugin : ''
  return Object.hasOwn(pluginOfType, type) ? pluginOfType[type] : undefined
}

/** Whether a block can be seen on a site with these plugins. */
export function isDrawn(node: Pick<PageNode, 'type' | 'props'>, active: ReadonlySet<string>): boolean {
  const plugin = pluginOf(node)
  return plugin === undefined || active.has(plugin)
}

/** A document without the blocks of plugins that are switched off, nor what stands in them. */
export function withoutInactive(document: PageDocument, active: ReadonlySet<string>): PageDocument {
  const isGone = (id: string) => {
    const node = document.nodes[id]
    return node !== undefined && !isDrawn(node, active)
  }
  if (!Object.keys(document.nodes).some(isGone)) return document
  const nodes: Record<string, PageNode> = {}
  const keep = (ids: readonly string[]): string[] =>
    ids.filter((id) => {
      const node = document.nodes[id]
      if (!node || isGone(id)) return false
      const slots = Object.entries(node.slots ?? {}).map(([slot, inner]) => [slot, keep(inner)])
      nodes[id] = node.slots ? { ...node, slots: Object.fromEntries(slots) } : node
      return true
    })
  const root = keep(document.root)
  return { ...document, root, nodes }
}
