import type { ComponentChildren } from 'preact'

/** Around what people without an account are shown in somebody else's name: nothing of ours. */
export function PlainFrame({ children }: { children: ComponentChildren }) {
  return (
    <div class="panel m-0! h-dvh! rounded-none! border-0!">
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
