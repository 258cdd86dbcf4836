import { computed, type Signal, signal } from '@preact/signals'
import { readProps } from '#sites/blocks/prepare.ts'
import { findBlock } from '#sites/blocks/registry.ts'
import type { JsonValue, NodeStyle, PageDocument, PageNode } from '#workers/sites/page-document.contract.ts'
import {
  applyPatches,
  type PagePatch,
  type Place,
  type PropertyPath,
  placeOf,
} from '#workers/sites/page-patches.contract.ts'
import type { PageDetail } from '#workers/sites/pages.contract.ts'
import { fragmentOf, newNodeId, withFreshIds } from './fragment.ts'
import { SaveQueue } from './save-queue.ts'

/** Changes of one property that follow each other within this time are undone together. */
const COALESCE_MS = 1_200
const MAX_UNDO = 200
/** In a window narrower than this a page is looked at as on a phone. */
const PHONE_PX = 640

export type Device = 'desktop' | 'tablet' | 'phone'

interface Step {
  undo: PagePatch[]
  redo: PagePatch[]
  /** Of a step that may grow: the property it changes. */
  key?: string
  at: number
}

/** One patch for each of the blocks, so that each can be taken back for itself. */
function insertionsOf(fragment: PageDocument, at: Place): (PagePatch & { op: 'insert' })[] {
  const fresh = withFreshIds(fragment)
  return fresh.root.map((id, index) => ({
    ...{ op: 'insert', at: { ...at, index: at.index + index }, ids: [id] },
    nodes: fragmentOf(fresh, [id]).nodes,
  }))
}

/** A page being edited: what the builder's parts share. Every change goes through `apply`, so each can be undone. */
export class Editor {
  readonly pageId: string
  /** Whoever may only look sees the page as visitors will. */
  readonly isReadOnly: boolean
  readonly saving: SaveQueue
  readonly document
  readonly selected = signal<readonly string[]>([])
  readonly device = signal<Device>(innerWidth < PHONE_PX ? 'phone' : 'desktop')
  /** Counts how often someone asked to say something about what is selected. */
  readonly remarks = signal(0)
  readonly #done = signal<readonly Step[]>([])
  readonly #undone = signal<readonly Step[]>([])
  readonly canUndo = computed(() => this.#done.value.length > 0)
  readonly canRedo = computed(() => this.#undone.value.length > 0)

  constructor(page: PageDetail, isReadOnly: boolean) {
    this.isReadOnly = isReadOnly
    this.pageId = page.id
    this.saving = new SaveQueue(page)
    this.document = this.saving.document
  }

  /** Steps of one key that follow each other quickly are undone as one. */
  apply(patches: readonly PagePatch[], key?: string): void {
    const { inverses, rejected } = applyPatches(this.document.peek(), patches)
    const fitting = patches.filter((_patch, index) => !rejected.includes(index))
    if (fitting.length === 0) return
    this.#remember({ undo: inverses, redo: fitting, at: Date.now(), ...(key ? { key } : {}) })
    this.#push(fitting)
  }

  /** Changes one value of a block. A list or link the block has by default becomes the block's own first. */
  setProperty(id: string, path: PropertyPath, value: JsonValue | undefined): void {
    const patch: PagePatch = { op: 'set', id, path, ...(value === undefined ? {} : { value }) }
    this.apply([...this.#ownPart(id, path), patch], `${id} ${path.join('.')}`)
  }

  #ownPart(id: string, [name = '', ...rest]: PropertyPath): PagePatch[] {
    const node = this.document.peek().nodes[id]
    const block = node && findBlock(node.type)
    if (!block || rest.length === 0 || Object.hasOwn(node.props, name)) return []
    // safe: a block's properties are what JSON can say
    const value = readProps(block, node)[name] as JsonValue | undefined
    return value === undefined ? [] : [{ op: 'set', id, path: [name], value }]
  }

  setStyle(id: string, name: keyof NodeStyle, value: JsonValue | undefined): void {
    this.apply([{ op: 'style', id, name, ...(value === undefined ? {} : { value }) }], `${id} style ${name}`)
  }

  /** Puts a new block somewhere and selects it. */
  insert(node: PageNode, at: Place): void {
    const id = newNodeId()
    this.apply([{ op: 'insert', at, ids: [id], nodes: { [id]: node } }])
    this.selected.value = [id]
  }

  remove(ids: readonly string[]): void {
    this.apply(ids.map((id) => ({ op: 'remove', id })))
  }

  move(id: string, at: Place): void {
    this.apply([{ op: 'move', id, at }])
  }

  /** Puts blocks somewhere under ids of their own and selects them. */
  insertFragment(fragment: PageDocument, at: Place): void {
    const patches = insertionsOf(fragment, at)
    this.apply(patches)
    this.selected.value = patches.flatMap(({ ids }) => ids)
  }

  duplicate(ids: readonly string[]): void {
    const document = this.document.peek()
    const copies = fragmentOf(document, ids).root.flatMap((id) => {
      const at = placeOf(document, id)
      return at ? insertionsOf(fragmentOf(document, [id]), { ...at, index: at.index + 1 }) : []
    })
    // From the last to the first, so that none moves the place of another.
    this.apply(copies.toReversed())
    this.selected.value = copies.flatMap(({ ids }) => ids)
  }

  /** Puts blocks where the first of others stood, as one step. */
  replaceBy(ids: readonly string[], fragment: PageDocument): void {
    const [first = '', ...rest] = ids
    const at = placeOf(this.document.peek(), first)
    if (!at) return
    const patches = insertionsOf(fragment, at)
    const removals = [...rest, first].map((id) => ({ op: 'remove' as const, id }))
    this.apply([...removals, ...patches])
    this.selected.value = patches.flatMap(({ ids }) => ids)
  }

  /** Takes the page as the server has it; what was done before cannot be undone on it. */
  reset(page: PageDetail): void {
    this.saving.reset(page)
    this.#done.value = []
    this.#undone.value = []
    this.selected.value = []
  }

  askForRemark(): void {
    this.remarks.value += 1
  }

  undo(): void {
    this.#step(this.#done, this.#undone, 'undo')
  }

  redo(): void {
    this.#step(this.#undone, this.#done, 'redo')
  }

  #push(patches: readonly PagePatch[]): void {
    this.saving.push(patches)
    const { nodes } = this.document.peek()
    const there = this.selected.peek().filter((id) => nodes[id])
    if (there.length !== this.selected.peek().length) this.selected.value = there
  }

  #remember(step: Step): void {
    const last = this.#done.peek().at(-1)
    const grows = step.key !== undefined && last?.key === step.key && step.at - last.at < COALESCE_MS
    const kept = grows ? this.#done.peek().slice(0, -1) : this.#done.peek()
    // The first undo leads back to before all of them, the last redo to after.
    const grown = grows && last ? { ...step, undo: last.undo } : step
    this.#done.value = [...kept, grown].slice(-MAX_UNDO)
    this.#undone.value = []
  }

  #step(from: Signal<readonly Step[]>, to: Signal<readonly Step[]>, way: 'undo' | 'redo'): void {
    const last = from.peek().at(-1)
    if (!last) return
    from.value = from.peek().slice(0, -1)
    to.value = [...to.peek(), { undo: last.undo, redo: last.redo, at: 0 }]
    this.#push(last[way])
  }
}
