import { computed, signal } from '@preact/signals'
import { type PagePerson, type Thread, threadsApi } from '#workers/review/threads.contract.ts'
import { call } from '../../api.ts'
import { Problem } from '../../problem.ts'

/** A comment as it is written: its text and who is named in it. */
export interface NewComment {
  body: string
  mentions: string[]
}

/** The conversations about a page, shared by the panel that lists them and the marks on the canvas. */
export class PageThreads {
  readonly items = signal<readonly Thread[] | undefined>(undefined)
  readonly problem = signal<Problem | undefined>(undefined)
  readonly people = signal<readonly PagePerson[]>([])
  /** The conversation that is open in the panel. */
  readonly focusedId = signal<string | undefined>(undefined)
  readonly unreadCount = computed(() => (this.items.value ?? []).filter(isWaiting).length)
  readonly #pageId: string
  #talkedAt: string | null | undefined

  constructor(pageId: string) {
    this.#pageId = pageId
  }

  async load(): Promise<void> {
    const params = { id: this.#pageId }
    try {
      const [threads, people] = await Promise.all([
        call(threadsApi.list, { params, query: { limit: 200 } }),
        this.people.peek().length > 0 ? undefined : call(threadsApi.people, { params }),
      ])
      this.items.value = threads.items
      if (people) this.people.value = people.items
      this.problem.value = undefined
      // What comes into an open conversation is read as it comes.
      await this.focus(threads.items.find(({ id }) => id === this.focusedId.peek()))
    } catch (thrown) {
      this.problem.value = Problem.of(thrown)
    }
  }

  /** Reads anew when something was said since the last time. */
  heard(talkedAt: string | null): void {
    const isFirst = this.#talkedAt === undefined
    const isSame = this.#talkedAt === talkedAt
    this.#talkedAt = talkedAt
    if (!isFirst && !isSame) void this.load()
  }

  /** Opens a conversation, which is then read. */
  async focus(thread: Thread | undefined): Promise<void> {
    this.focusedId.value = thread?.id
    if (!thread?.isUnread) return
    this.#put({ ...thread, isUnread: false })
    await call(threadsApi.read, { params: { id: thread.id } })
  }

  async start(node: string | undefined, comment: NewComment): Promise<void> {
    const body = { ...comment, ...(node ? { node } : {}) }
    const thread = await call(threadsApi.start, { params: { id: this.#pageId }, body })
    this.#put(thread)
    this.focusedId.value = thread.id
  }

  async answer({ id }: Thread, comment: NewComment): Promise<void> {
    this.#put(await call(threadsApi.answer, { params: { id }, body: comment }))
  }

  async change(id: string, comment: NewComment): Promise<void> {
    this.#put(await call(threadsApi.change, { params: { id }, body: comment }))
  }

  async remove(thread: Thread, commentId: string): Promise<void> {
    await call(threadsApi.remove, { params: { id: commentId } })
    const comments = thread.comments.filter(({ id }) => id !== commentId)
    if (comments.length > 0) this.#put({ ...thread, comments })
    else this.items.value = this.items.peek()?.filter(({ id }) => id !== thread.id)
  }

  async resolve({ id }: Thread): Promise<void> {
    this.#put(await call(threadsApi.resolve, { params: { id } }))
  }

  async reopen({ id }: Thread): Promise<void> {
    this.#put(await call(threadsApi.reopen, { params: { id } }))
  }

  #put(thread: Thread): void {
    const items = this.items.peek() ?? []
    const isKnown = items.some(({ id }) => id === thread.id)
    this.items.value = isKnown
      ? items.map((each) => (each.id === thread.id ? thread : each))
      : [thread, ...items]
  }
}

const isWaiting = ({ isUnread, resolvedAt }: Thread): boolean => isUnread && resolvedAt === null
