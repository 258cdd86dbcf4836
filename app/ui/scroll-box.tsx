import type { ComponentChildren } from 'preact'

/** Holds something wider than a phone; reachable by keyboard, so that it can be scrolled without a pointer. */
export function ScrollBox({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: A scrolling region must take the focus to be scrolled by keyboard.
    <section class="overflow-x-auto outline-offset-[-2px]!" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
