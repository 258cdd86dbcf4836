import { blank } from '#workers/sites/templates/blank/blank.ts'
import { commitEntry, tarGzOf } from './tar-files.ts'

const { id: _id, preview: _preview, pages, ...content } = blank

/** The blank template with a picture of its own, as somebody would keep it in a repository. */
const manifest = (tagline: string) => ({
  ...{ format: 'dde-template', version: 1, ...content, name: 'Practice from git', tagline },
  pages: pages.map((page) => ({
    ...page,
    document: {
      version: 1,
      root: ['a', 'b'],
      nodes: {
        a: {
          type: 'hero',
          version: 1,
          props: { heading: 'From a repository', picture: { src: 'files/door.png', alt: 'A door' } },
        },
        b: { type: 'text', version: 1, props: { html: '<p>Hello<script>alert(1)</script></p>' } },
      },
    },
  })),
})

const taglines: Record<string, string> = { main: 'As it was', next: 'As it is now' }

/** What a repository holds at a branch, as its host packs it; nothing for a branch there is none of. */
export function repositoryAt(ref: string, picture: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (ref === 'empty') return tarGzOf([{ name: 'practice/README.md', body: 'Nothing here' }])
  const tagline = taglines[ref]
  if (tagline === undefined) return undefined
  return tarGzOf([
    commitEntry((ref === 'main' ? 'a' : 'b').repeat(40)),
    { name: 'practice/template.json', body: JSON.stringify(manifest(tagline)) },
    { name: 'practice/files/door.png', body: picture },
    { name: 'practice/files/way-out.png', type: '2' },
  ])
}
