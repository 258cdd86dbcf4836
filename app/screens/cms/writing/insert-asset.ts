import type { Asset } from '#workers/assets/assets.contract.ts'
import type { Editor } from './surface.ts'

/** A file of the library as part of a text: a picture as a picture, anything else as a link to it. */
export function insertAsset(editor: Editor, asset: Asset, position: number): void {
  const { kind, src, alt, width, height, caption, title, fileName } = asset
  const content =
    kind === 'image'
      ? {
          type: 'figure',
          attrs: { picture: { src, alt, ...(width && height && { width, height }) } },
          ...(caption && { content: [{ type: 'text', text: caption }] }),
        }
      : { type: 'text', text: title || fileName, marks: [{ type: 'link', attrs: { href: src } }] }
  editor.chain().insertContentAt(position, content, { updateSelection: false }).run()
}

/** Keeps places in a text where they are while it changes around them. */
export function keepPlaces(editor: Editor): Map<string, number> {
  const places = new Map<string, number>()
  editor.on('transaction', ({ transaction }) => {
    for (const [key, place] of places) places.set(key, transaction.mapping.map(place))
  })
  return places
}
