import { useState } from 'preact/hooks'
import { Notice } from '../../../ui/notice.tsx'
import { type ControlProps, textOf } from './control.ts'
import { RichEditor } from './rich-editor.tsx'
import { beyondEditor } from './rich-html.ts'
import { RichSource } from './rich-source.tsx'
import { useAddresses } from './use-addresses.ts'
import { useDelayedWrite } from './use-delayed-write.ts'

const WRITE_AFTER_MS = 300

/** A text with formats. What the editor could not keep is edited as HTML, so that opening it loses nothing. */
export function RichControl({ hints, value, path, write, around }: ControlProps) {
  const html = textOf(value)
  const lost = beyondEditor(html)
  const [isSource, setSource] = useState(lost.length > 0)
  const { push, flush } = useDelayedWrite((next: string) => write(path, next), WRITE_AFTER_MS)
  const { pages, anchors, path: here, ...business } = useAddresses(around)
  // A place on the page is named with the page: a bare anchor within a text means a place within that text.
  const places = anchors.map(({ name, label }) => ({ path: `${here}#${name}`, title: label }))
  const known = { ...business, pages: [...pages, ...places], anchors: [] }

  return (
    <div>
      <div class="flex items-baseline gap-2">
        <span class="label flex-1" aria-hidden="true">
          {hints.label}
        </span>
        <button
          type="button"
          class="link text-12 disabled:text-fg-off disabled:no-underline"
          disabled={isSource && lost.length > 0}
          onClick={() => {
            flush()
            setSource(!isSource)
          }}
        >
          {isSource ? 'Edit as text' : 'Edit HTML'}
        </button>
      </div>
      {isSource || lost.length > 0 ? (
        <>
          <RichSource label={hints.label} html={html} onChange={push} />
          {lost.length > 0 && (
            <div class="mt-2">
              <Notice>
                This text holds {listed(lost)} that the editor cannot show yet. Edit its HTML to keep them.
              </Notice>
            </div>
          )}
        </>
      ) : (
        <RichEditor label={hints.label} html={html} known={known} onChange={push} onBlur={flush} />
      )}
    </div>
  )
}

const listed = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)
