import { useRef } from 'preact/hooks'
import { RichEditor } from '../builder/controls/rich-editor.tsx'
import type { ValueFieldProps } from './value-field.tsx'

const nowhere = { pages: [], anchors: [] }

/** Text with headings, lists and links, in the editor the builder writes with. */
export function HtmlValue({ field, value, onChange, at, errorAt }: ValueFieldProps) {
  const first = useRef(typeof value === 'string' ? value : '')
  const { error } = errorAt(at)
  const note = error ?? field.help
  return (
    <div>
      <div class="label" aria-hidden="true">
        {field.label}
      </div>
      <RichEditor
        label={field.label}
        html={first.current}
        known={nowhere}
        onChange={onChange}
        onBlur={() => undefined}
      />
      {note && <p class={error ? 'mt-1.5 text-12 text-danger-fg' : 'mt-1.5 text-12 text-fg-3'}>{note}</p>}
    </div>
  )
}
