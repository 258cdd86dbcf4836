import { useEffect, useState } from 'preact/hooks'
import { cx } from '../../ui/class-names.ts'

interface TextPairProps {
  source: string
  text: string
  isHtml: boolean
  /** The code of the language it is translated into. */
  language: string
  isReadOnly: boolean
  /** What stands in the field is the original's and waits for its translation. */
  isUntouched?: boolean
  onSave: (text: string) => Promise<void> | void
}

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/

/** A text in the original's words beside the field for its translation. */
export function TextPair({ source, text, isHtml, language, isReadOnly, isUntouched, onSave }: TextPairProps) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const rows = Math.min(12, Math.max(1, Math.ceil(source.length / 48), source.split('\n').length))
  const leave = () => {
    if (typed !== text) void onSave(typed)
  }
  return (
    <div class="grid gap-x-4 gap-y-2 border-b border-line-subtle px-4 py-3 last:border-0 sm:grid-cols-2">
      <p class={cx('min-w-0 whitespace-pre-line break-words pt-1.5 text-fg-2', isHtml && 'code text-12')}>
        {source}
      </p>
      <div class="min-w-0">
        <textarea
          class={cx('input', isHtml && 'code')}
          aria-label={`Translation of ${source.slice(0, 80)}`}
          lang={language}
          dir={RIGHT_TO_LEFT.test(language) ? 'rtl' : undefined}
          rows={rows}
          readOnly={isReadOnly}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={leave}
        />
        {isUntouched && <p class="mt-1 text-12 text-fg-3">Not translated yet</p>}
      </div>
    </div>
  )
}
