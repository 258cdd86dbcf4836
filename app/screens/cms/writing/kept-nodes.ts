import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core'
import { RAW_BLOCK, RAW_INLINE } from './document-html.ts'

const held = (name: string) => ({
  [name]: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute(name),
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === null ? {} : { [name]: attributes[name] },
  },
})

/** What headings, paragraphs and lists may carry besides their words; nobody edits it, and nothing loses it. */
export const KeptAttributes = Extension.create({
  name: 'keptAttributes',
  addGlobalAttributes() {
    const types = ['paragraph', 'heading', 'blockquote', 'bulletList', 'orderedList', 'listItem', 'figure']
    return [
      { types, attributes: Object.assign({}, ...['class', 'id', 'lang', 'dir'].map(held)) },
      { types: ['bulletList', 'orderedList'], attributes: held('data-loose') },
      { types: ['link'], attributes: Object.assign({}, ...['class', 'title'].map(held)) },
    ]
  },
})

const names = 'abbr bdi bdo cite ins kbd mark q samp small span sub sup u var time'.split(' ')
const known = ['class', 'lang', 'dir', 'title', 'cite', 'datetime']

/** Small formats without a button: they stay where they are, and their words can be edited. */
export const plainMarks = names.map((tag) =>
  Mark.create({
    name: `plain-${tag}`,
    excludes: '',
    addAttributes: () => Object.assign({}, ...known.map(held)),
    parseHTML: () => [{ tag: `${tag}:not([${RAW_INLINE}]):not([data-ref])` }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  }),
)

/** HTML the editor has no form for: shown as a box, edited as HTML. */
export const RawBlock = Node.create({
  name: 'rawBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => held(RAW_BLOCK),
  parseHTML: () => [{ tag: `div[${RAW_BLOCK}]`, priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
})

export const RawInline = Node.create({
  name: 'rawInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => held(RAW_INLINE),
  parseHTML: () => [{ tag: `span[${RAW_INLINE}]`, priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes)],
})

const pictureAttributes = [
  'src',
  'alt',
  'title',
  'width',
  'height',
  'srcset',
  'sizes',
  'class',
  'loading',
  'decoding',
  'id',
  'lang',
  'dir',
]

export const Picture = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => Object.assign({}, ...pictureAttributes.map(held)),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

/** A picture on lines of its own, with its caption. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({
    picture: {
      default: {},
      parseHTML: (element: HTMLElement) =>
        Object.fromEntries(
          Array.from(element.querySelector('img')?.attributes ?? [], ({ name, value }) => [name, value]),
        ),
      renderHTML: () => ({}),
    },
  }),
  parseHTML: () => [{ tag: 'figure', contentElement: 'figcaption', priority: 60 }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    HTMLAttributes,
    ['img', node.attrs.picture],
    ['figcaption', 0],
  ],
})

export const FootnoteRef = Node.create({
  name: 'footnoteRef',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => Object.assign({}, ...['data-ref', 'data-place', 'data-number'].map(held)),
  parseHTML: () => [{ tag: 'sup[data-ref]', priority: 100 }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes],
})

export const Footnotes = Node.create({
  name: 'footnotes',
  group: 'block',
  content: 'footnote+',
  isolating: true,
  parseHTML: () => [{ tag: 'section.footnotes' }],
  renderHTML: () => ['section', { class: 'footnotes' }, 0],
})

export const Footnote = Node.create({
  name: 'footnote',
  content: 'block+',
  isolating: true,
  addAttributes: () => held('data-footnote'),
  parseHTML: () => [{ tag: 'div[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
})
