import { signal } from '@preact/signals'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { applyPatches, type PagePatch } from '#workers/sites/page-patches.contract.ts'
import { type EditAnswer, type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-edits.ts'

/** Typing is gathered for so long before it is sent. */
const GATHER_MS = 500
const RETRY_MS = 3_000
/** Most the API takes at once. */
const MAX_PATCHES = 200
/** What others changed is kept for a day. Who has not asked for longer than this reads the page anew. */
const STALE_MS = 12 * 3_600_000

export interface Dropped {
  by: readonly string[]
  patches: readonly PagePatch[]
}

export type SaveState = 'saved' | 'saving' | 'offline' | 'refused'

/**
 * Brings patches to the server in the order they were made. What others changed is put below what is still on its way, as
 * the server does, so that both arrive at the same page. Nothing typed is lost: what was not acknowledged lies in the
 * browser's storage and is sent when the page is opened again.
 */
export class SaveQueue {
  /** The page as the server has it, with everything on top that is still on its way there. */
  readonly document
  readonly state = signal<SaveState>('saved')
  /** Why the server would not take what was sent; everything after it waits. */
  readonly problem = signal<Problem | undefined>(undefined)
  /** Who else changed the page while it was open. */
  readonly others = signal<readonly string[]>([])

  /** What of mine was left out because others removed what it changed. */
  readonly dropped = signal<Dropped | undefined>(undefined)
  /** Tells this window from others. */
  readonly editor = crypto.randomUUID()

  readonly #pageId: string
  #confirmed: PageDocument
  #version: number
  #waiting: PagePatch[]
  #sending: PagePatch[] = []
  #key = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #isStopped = false
  #heardAt = Date.now()
  #waiters: { done: () => void; fail: (problem: Problem) => void }[] = []
  readonly #onOnline = () => void this.#flush()

  constructor({ id, document, version }: PageDetail) {
    this.#pageId = id
    this.#confirmed = document
    this.#version = version
    this.document = signal(document)
    this.#waiting = readUnsaved(id)
    addEventListener('online', this.#onOnline)
    if (this.#waiting.length === 0) return
    this.#redraw()
    this.state.value = 'saving'
    this.#timer = setTimeout(() => this.#flush())
  }

  push(patches: readonly PagePatch[]): void {
    this.#waiting.push(...patches)
    this.#keep()
    this.#redraw()
    if (this.state.peek() === 'saved') this.state.value = 'saving'
    if (this.#sending.length === 0) this.#timer ??= setTimeout(() => this.#flush(), GATHER_MS)
  }

  /** The page's version as far as it is known here. */
  get version(): number {
    return this.#version
  }

  /** Asks what others changed meanwhile. */
  async poll(): Promise<void> {
    const since = this.#version
    if (this.#sending.length > 0 || this.state.peek() === 'offline') return
    const answer = await call(pagesApi.edits, { params: { id: this.#pageId }, query: { since } })
    if (since !== this.#version || this.#sending.length > 0) return
    await this.#confirm(answer, [])
    this.#redraw()
  }

  /** Resolves when nothing is on its way any more; rejects when it cannot be brought there at the moment. */
  settled(): Promise<void> {
    if (this.#sending.length === 0 && this.#waiting.length === 0) return Promise.resolve()
    const settled = new Promise<void>((done, fail) => this.#waiters.push({ done, fail }))
    if (this.#sending.length === 0) void this.#flush()
    return settled
  }

  /** Gives up what the server refused and takes the page as it is there. */
  reset({ document, version }: PageDetail): void {
    this.#confirmed = document
    this.#version = version
    this.#waiting = []
    this.#sending = []
    this.problem.value = undefined
    this.#keep()
    this.#redraw()
    this.#settle()
  }

  /** Whoever leaves the page leaves nothing behind: what waits is sent at once, and kept if that fails. */
  stop(): void {
    removeEventListener('online', this.#onOnline)
    void this.#flush().finally(() => {
      this.#isStopped = true
      clearTimeout(this.#timer)
    })
  }

  async #flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isStopped || this.state.peek() === 'refused') return
    if (this.#sending.length === 0) {
      this.#sending = this.#waiting.splice(0, MAX_PATCHES)
      this.#key = crypto.randomUUID()
    }
    if (this.#sending.length === 0) return this.#settle()
    this.state.value = 'saving'
    try {
      await this.#send(this.#sending)
    } catch (thrown) {
      return this.#refuse(Problem.of(thrown))
    }
    await this.#flush()
  }

  async #send(patches: PagePatch[]): Promise<void> {
    const answer = await call(pagesApi.edit, {
      params: { id: this.#pageId },
      body: { base: this.#version, editor: this.editor, patches },
      idempotencyKey: this.#key,
    })
    await this.#confirm(
      answer,
      patches.filter((_patch, index) => !answer.rejected.includes(index)),
    )
    this.#noteDropped(answer, patches)
    this.#sending = []
    this.#keep()
    this.#redraw()
  }

  #noteDropped({ rejected, missed }: EditAnswer, patches: PagePatch[]): void {
    if (rejected.length === 0) return
    const removers = missed.filter((each) =>
      each.patches.some(({ op }) => op === 'remove' || op === 'replace'),
    )
    this.dropped.value = {
      by: [...new Set(removers.map(({ by }) => by))],
      patches: patches.filter((_patch, index) => rejected.includes(index)),
    }
  }

  /** Takes over what is on the server by now. */
  async #confirm({ version, missed }: Omit<EditAnswer, 'rejected'>, mine: PagePatch[]): Promise<void> {
    if (Date.now() - this.#heardAt > STALE_MS) return this.#readAnew()
    this.#heardAt = Date.now()
    const foreign = missed.filter((each) => each.version > this.#version && each.editor !== this.editor)
    const theirs = foreign.flatMap(({ patches }) => patches)
    this.#confirmed = applyPatches(this.#confirmed, [...theirs, ...mine]).document
    this.#version = Math.max(this.#version, version)
    if (foreign.length === 0) return
    this.others.value = [...new Set([...this.others.peek(), ...foreign.map(({ by }) => by)])]
  }

  async #readAnew(): Promise<void> {
    const { document, version } = await call(pagesApi.get, { params: { id: this.#pageId } })
    this.#confirmed = document
    this.#version = version
    this.#heardAt = Date.now()
  }

  /** The network comes back; what the server has refused once it will refuse again. */
  #refuse(problem: Problem): void {
    const isTransient = problem.status === 0 || problem.status === 429 || problem.status >= 500
    for (const { fail } of this.#waiters.splice(0)) fail(problem)
    this.state.value = isTransient ? 'offline' : 'refused'
    if (isTransient) this.#timer = setTimeout(() => this.#flush(), RETRY_MS)
    else this.problem.value = problem
  }

  #settle(): void {
    this.state.value = 'saved'
    for (const { done } of this.#waiters.splice(0)) done()
  }

  #redraw(): void {
    this.document.value = applyPatches(this.#confirmed, [...this.#sending, ...this.#waiting]).document
  }

  #keep(): void {
    const open = [...this.#sending, ...this.#waiting]
    if (open.length > 0) keepUnsaved(this.#pageId, open)
    else forgetUnsaved(this.#pageId)
  }
}
