import { effect, signal } from '@preact/signals'
import { type Presence, presenceApi } from '#workers/review/presence.contract.ts'
import { call } from '../../api.ts'
import type { Editor } from '../builder/editor.ts'

/** How often it is said that the page is open: seldom when nobody else is there. */
const ALONE_MS = 4_000
const TOGETHER_MS = 1_500
/** A selection is told when it has been still for so long. */
const STILL_MS = 250

/** Dark enough for white names on them; whoever comes gets the one that follows from their window. */
const colors = [
  '#db2777',
  '#047857',
  '#b45309',
  '#7c3aed',
  '#0e7490',
  '#dc2626',
  '#4d7c0f',
  '#9333ea',
] as const

export function colorOf({ editor }: Pick<Presence, 'editor'>): string {
  return colors[Number.parseInt(editor.slice(-4), 16) % colors.length] ?? colors[0]
}

/** Who else has the page open. Also hears whether the page, or what is said about it, has changed. */
export class PresenceWatch {
  readonly others = signal<readonly Presence[]>([])
  readonly #editor: Editor
  readonly #onTalk: (at: string | null) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #stops: (() => void)[] = []
  #isStopped = false

  constructor(editor: Editor, onTalk: (at: string | null) => void) {
    this.#editor = editor
    this.#onTalk = onTalk
  }

  start(): void {
    const onVisible = () => {
      if (document.visibilityState === 'visible') this.#plan(0)
    }
    const onLeave = () => this.#leave()
    document.addEventListener('visibilitychange', onVisible)
    addEventListener('pagehide', onLeave)
    this.#stops = [
      () => document.removeEventListener('visibilitychange', onVisible),
      () => removeEventListener('pagehide', onLeave),
      effect(() => {
        if (this.#editor.selected.value && this.others.peek().length > 0) this.#plan(STILL_MS)
      }),
    ]
    this.#plan(0)
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    for (const stop of this.#stops) stop()
    this.#leave()
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer)
    if (!this.#isStopped) this.#timer = setTimeout(() => this.#announce(), ms)
  }

  async #announce(): Promise<void> {
    const { pageId, saving, selected } = this.#editor
    if (document.visibilityState !== 'visible') return
    try {
      const { version, talkedAt, others } = await call(presenceApi.announce, {
        params: { id: pageId },
        body: { editor: saving.editor, selected: selected.peek().slice(0, 20) },
      })
      if (this.#isStopped) return
      this.others.value = others
      this.#onTalk(talkedAt)
      if (version > saving.version) await saving.poll()
    } catch {
      // The network is gone, or the server busy: the next turn tells.
      this.others.value = []
    }
    this.#plan(this.others.peek().length > 0 ? TOGETHER_MS : ALONE_MS)
  }

  #leave(): void {
    const { pageId, saving } = this.#editor
    const params = { id: pageId, editor: saving.editor }
    call(presenceApi.leave, { params, keepalive: true }).catch(() => {})
  }
}
