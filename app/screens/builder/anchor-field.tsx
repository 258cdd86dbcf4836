import { useEffect, useState } from 'preact/hooks'
import { TextField } from '../../ui/field.tsx'
import type { Around } from './controls/control.ts'

const ANCHOR = /^[a-z0-9-]{1,60}$/

interface AnchorFieldProps {
  value: string | undefined
  around: Around
  onChange: (anchor: string | undefined) => void
}

/** The name a link leads to a block by; taken only when it is one, since a page with another is refused. */
export function AnchorField({ value = '', around, onChange }: AnchorFieldProps) {
  const [text, setText] = useState(value)
  const others = Object.entries(around.editor.document.value.nodes)
  const isTaken = others.some(([id, { style }]) => id !== around.nodeId && style?.anchor === text)
  const error = problemOf(text, isTaken)

  // What comes from elsewhere, such as undoing, replaces what is here.
  useEffect(() => {
    setText((now) => (ANCHOR.test(now) || value ? value : now))
  }, [value])

  return (
    <TextField
      name="anchor"
      label="Anchor"
      autocomplete="off"
      spellcheck={false}
      placeholder="prices"
      value={text}
      aside={
        value && (
          <button
            type="button"
            class="link text-11"
            aria-label="Reset anchor"
            onClick={() => {
              setText('')
              onChange(undefined)
            }}
          >
            Reset
          </button>
        )
      }
      hint={value ? `Links to #${value} lead here.` : 'A name that links on the site can lead to.'}
      {...(error && { error })}
      onChange={(typed) => {
        const next = typed.trim().toLowerCase().replaceAll(' ', '-')
        setText(next)
        if (next === '') onChange(undefined)
        else if (ANCHOR.test(next)) onChange(next)
      }}
    />
  )
}

function problemOf(text: string, isTaken: boolean): string | undefined {
  if (text === '') return undefined
  if (text.length > 60) return 'An anchor has at most 60 characters.'
  if (!ANCHOR.test(text)) return 'Only lower-case letters, digits and hyphens.'
  return isTaken ? 'Another block has this anchor. Links lead to the first of them.' : undefined
}
