import { useEffect, useRef, useState } from 'preact/hooks'

interface RichSourceProps {
  label: string
  html: string
  onChange: (html: string) => void
}

/** A text as HTML; the canvas shows what becomes of it. */
export function RichSource({ label, html, onChange }: RichSourceProps) {
  const [text, setText] = useState(html)
  const reported = useRef(html)

  // What comes from elsewhere, such as undoing, replaces what is here.
  useEffect(() => {
    if (html !== reported.current) setText(html)
    reported.current = html
  }, [html])

  return (
    <textarea
      class="input code block field-sizing-content max-h-96 min-h-32"
      aria-label={`${label} as HTML`}
      rows={8}
      spellcheck={false}
      value={text}
      onInput={(event) => {
        const next = event.currentTarget.value
        setText(next)
        reported.current = next
        onChange(next)
      }}
    />
  )
}
