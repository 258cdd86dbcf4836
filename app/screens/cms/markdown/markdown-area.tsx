import { useState } from 'preact/hooks'
import { toHtml } from './to-html.ts'
import { toMarkdown } from './to-markdown.ts'

interface MarkdownAreaProps {
  label: string
  html: string
  onChange: (html: string) => void
}

/** The same text as Markdown. What is typed stays as it was typed; the draft follows as HTML. */
export function MarkdownArea({ label, html, onChange }: MarkdownAreaProps) {
  const [text, setText] = useState(() => toMarkdown(html))
  return (
    <textarea
      class="input code block field-sizing-content min-h-[60dvh]"
      aria-label={label}
      spellcheck
      value={text}
      onInput={(event) => {
        const next = event.currentTarget.value
        setText(next)
        onChange(toHtml(next))
      }}
    />
  )
}
