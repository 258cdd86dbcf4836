import { CopyButton } from '../../ui/copy-button.tsx'

/** Text for machines, to read and to copy. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <div class="relative min-w-0">
      <section
        class="max-h-96 overflow-auto rounded-md border border-line bg-surface p-3 pr-10"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: A scrolling region must take the focus to be scrolled by keyboard.
        tabIndex={0}
      >
        <pre class="code">{text}</pre>
      </section>
      <span class="absolute top-1.5 right-1.5 rounded-md bg-surface">
        <CopyButton text={text} label={`Copy: ${label}`} />
      </span>
    </div>
  )
}
