import { signal } from '@preact/signals'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { Problem } from '../problem.ts'

interface Toast {
  id: number
  title: string
  body?: string
  tone: 'success' | 'danger' | 'info'
  action?: { label: string; run: () => void }
}
export type NewToast = Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }

const MOST = 4
const SHOWN_MS = 6_000
/** Time to think again about something that can be undone. */
const WITH_ACTION_MS = 10_000

const toasts = signal<Toast[]>([])
let lastId = 0

export function toast(message: NewToast | string): void {
  const parts = typeof message === 'string' ? { title: message } : message
  lastId += 1
  toasts.value = [...toasts.value.slice(1 - MOST), { tone: 'success', ...parts, id: lastId }]
}

/** Says why something failed. */
export function toastProblem(thrown: unknown, title = 'That did not work'): void {
  toast({ tone: 'danger', title, body: Problem.of(thrown).message })
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((item) => item.id !== id)
}

/** A manual popover, shown anew with each message, so that it lies above any open dialog. */
export function Toaster() {
  const ref = useRef<HTMLElement>(null)
  const shown = toasts.value

  // Each new list must come to the top layer again.
  useEffect(() => {
    const element = ref.current
    if (!element) return
    if (element.matches(':popover-open')) element.hidePopover()
    if (shown.length > 0) element.showPopover()
  }, [shown])

  return (
    <section ref={ref} popover="manual" aria-label="Notifications" aria-live="polite" class="toasts">
      {shown.map((item) => (
        <ToastCard key={item.id} item={item} />
      ))}
    </section>
  )
}

const icons = { success: CircleCheck, danger: CircleAlert, info: Info }
const colors = { success: 'text-success', danger: 'text-danger', info: 'text-fg-3' }

function ToastCard({ item }: { item: Toast }) {
  const leftMs = useRef(item.action ? WITH_ACTION_MS : SHOWN_MS)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const since = useRef(0)
  const Icon = icons[item.tone]

  const go = () => {
    since.current = Date.now()
    timer.current = setTimeout(() => dismiss(item.id), leftMs.current)
  }
  const hold = () => {
    clearTimeout(timer.current)
    leftMs.current -= Date.now() - since.current
  }
  // The clock of one message starts once.
  useEffect(() => {
    go()
    return () => clearTimeout(timer.current)
  }, [])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Pointing at a message only stops its clock.
    <div
      role={item.tone === 'danger' ? 'alert' : 'status'}
      class="toast"
      onMouseEnter={hold}
      onMouseLeave={go}
      onFocusIn={hold}
      onFocusOut={go}
    >
      <Icon size={16} strokeWidth={1.75} class={`mt-0.5 flex-none ${colors[item.tone]}`} />
      <div class="min-w-0 flex-1">
        <div class="font-medium">{item.title}</div>
        {item.body && <div class="mt-0.5 text-12 text-fg-2">{item.body}</div>}
      </div>
      {item.action && (
        <button
          type="button"
          class="link text-12"
          onClick={() => {
            item.action?.run()
            dismiss(item.id)
          }}
        >
          {item.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        class="text-fg-3 hover:text-fg"
        onClick={() => dismiss(item.id)}
      >
        <X size={14} />
      </button>
    </div>
  )
}
