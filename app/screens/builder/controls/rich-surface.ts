import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

export type { Editor }

interface SurfaceOptions {
  element: HTMLElement
  html: string
  label: string
  onChange: (html: string) => void
}

/** The editor of a text. Loaded only where one is shown: it weighs more than the rest of the builder. */
export function openSurface({ element, html, label, onChange }: SurfaceOptions): Editor {
  return new Editor({
    element,
    content: html,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3, 4] },
        underline: false,
        trailingNode: false,
        link: { openOnClick: false, HTMLAttributes: { target: null, rel: null, class: null } },
      }),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
    onUpdate: ({ editor }) => onChange(editor.getHTML()),
  })
}
