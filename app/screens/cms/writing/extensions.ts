import type { Extensions } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { ListItem } from '@tiptap/extension-list'
import { Strike } from '@tiptap/extension-strike'
import StarterKit from '@tiptap/starter-kit'
import {
  Figure,
  Footnote,
  FootnoteRef,
  Footnotes,
  KeptAttributes,
  Picture,
  plainMarks,
  RawBlock,
  RawInline,
} from './kept-nodes.ts'
import { tableNodes } from './table-nodes.ts'

/** Everything a post can hold, so that opening one in the editor loses nothing of it. */
export const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4, 5, 6] },
    ...{ underline: false, strike: false, code: false, listItem: false, trailingNode: { node: 'paragraph' } },
    link: {
      ...{ openOnClick: false, autolink: true, defaultProtocol: 'https' },
      // Addresses are checked by the API, which knows more of them than the editor.
      isAllowedUri: (url) => !/^\s*(?:javascript|data|vbscript):/i.test(url ?? ''),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  // An item may begin with code, a quote or a list of its own.
  ListItem.extend({ content: 'block+' }),
  // As Markdown's own signs become.
  Strike.extend({ renderHTML: ({ HTMLAttributes }) => ['del', HTMLAttributes, 0] }),
  // Code may be part of something bold or of a link.
  Code.extend({ excludes: '' }),
  ...[KeptAttributes, ...plainMarks, RawBlock, RawInline, Picture, Figure, FootnoteRef, Footnotes, Footnote],
  ...tableNodes,
]
