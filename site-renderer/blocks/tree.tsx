import { Component, type ComponentChildren, options } from 'preact'
import type { BlockData } from '#workers/sites/snapshot.contract.ts'
import type { Edit, PageView, SiteView } from './block.ts'
import { looksOf } from './looks.ts'
import { Missing } from './parts.tsx'
import type { PreparedNode } from './prepare.ts'

// Lets a boundary catch what a block throws while a page is rendered to a string.
Object.assign(options, { errorBoundaries: true })

/** Draws what is inside it, or nothing when that throws. */
class Boundary extends Component<{ children: ComponentChildren }, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}

/** What all blocks of a page share. The builder sets `edit`, which marks blocks and texts as its own to change. */
export interface Around {
  site: SiteView
  page: PageView
  data: Record<string, BlockData>
  edit?: (nodeId: string, property: string) => Record<string, unknown>
  /** The block that everything drawn belongs to, where its own blocks cannot be changed one by one. */
  owner?: string
  /** Says of a block whose plugin is switched off how whoever edits the page reads that. */
  offNotice?: (node: PreparedNode) => string | undefined
}

const noEdit: Edit = () => undefined

/** Draws blocks one below the other; the published page and the builder's canvas are both drawn by this. */
export function BlockTree({
  nodes,
  around,
  depth = 0,
}: {
  nodes: PreparedNode[]
  around: Around
  depth?: number
}) {
  return (
    <>
      {nodes.map((node) => (
        <Boundary key={node.id}>
          {node.block.isReference ? (
            <Referred node={node} around={around} depth={depth} />
          ) : (
            <Frame node={node} around={around} depth={depth} />
          )}
        </Boundary>
      ))}
    </>
  )
}

interface DrawnNode {
  node: PreparedNode
  around: Around
  depth: number
}

/** Draws the blocks referred to as if they stood there themselves; in the builder they are chosen as one. */
function Referred({ node, around, depth }: DrawnNode) {
  const { edit, ...seen } = around
  const inner = edit ? { ...seen, owner: node.id } : around
  return <BlockTree nodes={node.slots.content ?? []} around={inner} depth={depth} />
}

function Frame({ node, around, depth }: DrawnNode) {
  const { tone, anchor } = node.style
  const look = {
    id: anchor,
    'data-block': node.block.type,
    'data-tone': tone === 'default' ? undefined : tone,
    ...looksOf(node.style),
    'data-node': around.edit ? node.id : around.owner,
  }
  const drawing = <Drawing node={node} around={around} depth={depth} />
  if (depth > 0) return <div class="nested" {...look} children={drawing} />
  return (
    <section class="block" {...look}>
      <div class="inner">{drawing}</div>
    </section>
  )
}

function Drawing({ node, around, depth }: DrawnNode) {
  const { site, page, data, edit } = around
  const notice = around.offNotice?.(node)
  if (notice) return <Missing edit={() => ({})} icon="bolt" text={notice} />
  const View = node.block.component
  const slots = Object.fromEntries(
    Object.entries(node.slots).map(([name, nodes]) => [
      name,
      edit && nodes.length === 0 ? (
        <div key={name} data-empty-slot={`${node.id} ${name}`} />
      ) : (
        <BlockTree key={name} nodes={nodes} around={around} depth={depth + 1} />
      ),
    ]),
  )
  return (
    <View
      {...node.props}
      id={node.id}
      site={site}
      page={page}
      data={data[node.id]}
      slots={slots}
      level={node.level}
      edit={edit ? (property) => edit(node.id, property) : noEdit}
    />
  )
}
