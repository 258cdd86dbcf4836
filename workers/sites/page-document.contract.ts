import * as z from 'zod'

/** How many nodes one page may hold: far beyond a real page, far below what would slow a render. */
export const MAX_NODES = 500

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
/** Whatever JSON can say: documents come as JSON, and blocks read their properties by schemas of their own. */
export const JsonValue = z.custom<JsonValue>(() => true)

export const NodeId = z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/)

const Padding = z.enum(['none', 'small', 'medium', 'large'])
const Width = z.enum(['narrow', 'normal', 'wide'])
const Align = z.enum(['start', 'center'])

/** What a block looks like on one kind of screen; what is left out is as on the next larger one. */
export const ScreenStyle = z.strictObject({
  padding: Padding.optional(),
  width: Width.optional(),
  align: Align.optional(),
})
export type ScreenStyle = z.infer<typeof ScreenStyle>
export const Screen = z.enum(['desktop', 'tablet', 'phone'])
export type Screen = z.infer<typeof Screen>

/** The closed set of looks an agency may give a block; colours and sizes come from the theme's tokens. */
export const NodeStyle = z.strictObject({
  tone: z.enum(['default', 'muted', 'brand', 'ink']).optional(),
  padding: Padding.optional(),
  width: Width.optional(),
  align: Align.optional(),
  tablet: ScreenStyle.optional(),
  phone: ScreenStyle.optional(),
  /** Screens on which it is not there. */
  hide: z.array(Screen).max(3).optional(),
  anchor: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
})
export type NodeStyle = z.infer<typeof NodeStyle>
export const StyleName = z.enum(['tone', 'padding', 'width', 'align', 'tablet', 'phone', 'hide', 'anchor'])

export const PageNode = z.strictObject({
  type: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.int().min(1).max(1000),
  props: z.record(z.string().max(60), JsonValue),
  slots: z.record(z.string().max(40), z.array(NodeId).max(MAX_NODES)).optional(),
  style: NodeStyle.optional(),
})
export type PageNode = z.infer<typeof PageNode>

/** A page as the builder edits it and the site draws it: normalised nodes, and the order of those at the top. */
export const PageDocument = z
  .strictObject({
    version: z.literal(1),
    root: z.array(NodeId).max(MAX_NODES),
    nodes: z.record(NodeId, PageNode),
  })
  .superRefine((document, issue) => {
    const problem = findBrokenTree(document)
    if (problem) issue.addIssue({ code: 'custom', message: problem })
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
