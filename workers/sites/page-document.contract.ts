// The builder carries this file to the browser: the small edition of zod, as all that draws blocks uses.
import * as z from 'zod/mini'

/** How many nodes one page may hold: far beyond a real page, far below what would slow a render. */
export const MAX_NODES = 500

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Whatever JSON can say: documents come as JSON, and blocks read their properties by schemas of their own. */
export const JsonValue = z.custom<JsonValue>(() => true)

export const NodeId = z.string().check(z.regex(/^[a-zA-Z0-9_-]{1,40}$/))

const Padding = z.enum(['none', 'small', 'medium', 'large'])
const Width = z.enum(['narrow', 'normal', 'wide'])
const Align = z.enum(['start', 'center'])

/** What a block looks like on one kind of screen; what is left out is as on the next larger one. */
export const ScreenStyle = z.strictObject({
  padding: z.optional(Padding),
  width: z.optional(Width),
  align: z.optional(Align),
})
export type ScreenStyle = z.infer<typeof ScreenStyle>
export const Screen = z.enum(['desktop', 'tablet', 'phone'])
export type Screen = z.infer<typeof Screen>

/** The closed set of looks an agency may give a block; colours and sizes come from the theme's tokens. */
export const NodeStyle = z.strictObject({
  tone: z.optional(z.enum(['default', 'muted', 'brand', 'ink'])),
  padding: z.optional(Padding),
  width: z.optional(Width),
  align: z.optional(Align),
  tablet: z.optional(ScreenStyle),
  phone: z.optional(ScreenStyle),
  /** Screens on which it is not there. */
  hide: z.optional(z.array(Screen).check(z.maxLength(3))),
  anchor: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))),
})
export type NodeStyle = z.infer<typeof NodeStyle>
export const StyleName = z.enum(['tone', 'padding', 'width', 'align', 'tablet', 'phone', 'hide', 'anchor'])

export const PageNode = z.strictObject({
  type: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  version: z.int().check(z.minimum(1), z.maximum(1000)),
  props: z.record(z.string().check(z.maxLength(60)), JsonValue),
  slots: z.optional(
    z.record(z.string().check(z.maxLength(40)), z.array(NodeId).check(z.maxLength(MAX_NODES))),
  ),
  style: z.optional(NodeStyle),
})
export type PageNode = z.infer<typeof PageNode>

/** A page as the builder edits it and the site draws it: normalised nodes, and the order of those at the top. */
export const PageDocument = z
  .strictObject({
    version: z.literal(1),
    root: z.array(NodeId).check(z.maxLength(MAX_NODES)),
    nodes: z.record(NodeId, PageNode),
  })
  .check((payload) => {
    const problem = findBrokenTree(payload.value)
    if (problem) payload.issues.push({ code: 'custom', message: problem, input: payload.value })
  })
export type PageDocument = z.infer<typeof PageDocument>

/** Every node is reached exactly once from the root, so no page can loop or carry what nobody sees. */
function findBrokenTree(document: { root: string[]; nodes: Record<string, PageNode> }): string | undefined {
  const total = Object.keys(document.nodes).length
  if (total > MAX_NODES) return `A page may hold at most ${MAX_NODES} blocks; this one has ${total}.`
  const seen = new Set<string>()
  const queue = [...document.root]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = document.nodes[id]
    if (!node) return `The page refers to block “${id}”, which it does not contain.`
    if (seen.has(id)) return `Block “${id}” stands in two places at once.`
    seen.add(id)
    queue.push(...Object.values(node.slots ?? {}).flat())
  }
  if (seen.size !== total) return 'The page contains blocks that stand nowhere on it.'
  return undefined
}
