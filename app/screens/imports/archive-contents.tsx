import type { ArchiveContents } from '#workers/archives/archive-contents.contract.ts'
import { Card } from '../../ui/card.tsx'
import { count, size } from '../../ui/numbers.ts'

interface ContentsCardProps {
  fileName: string
  sizeBytes: number
  contents: ArchiveContents
}

/** What a file holds, before it is imported. */
export function ContentsCard({ fileName, sizeBytes, contents }: ContentsCardProps) {
  return (
    <Card
      title={contents.name}
      actions={<span class="text-12 text-fg-3">{`${fileName}, ${size(sizeBytes)}`}</span>}
    >
      <dl class="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
        {factsOf(contents).map(([label, value]) => (
          <div key={label} class="min-w-0">
            <dt class="text-12 text-fg-3">{label}</dt>
            <dd class="font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function factsOf({ pages, posts, files, collections, ...rest }: ArchiveContents): [string, string][] {
  const entries = collections.reduce((sum, each) => sum + each.entries, 0)
  return [
    ['Pages', count(pages)],
    ['Posts', count(posts)],
    ['Files', files.count > 0 ? `${count(files.count)}, ${size(files.sizeBytes)}` : '0'],
    ['Menus', count(rest.menus)],
    ['Forms', count(rest.forms)],
    ['Redirects', count(rest.redirects)],
    ...(collections.length > 0
      ? [
          [`Entries of ${collections.map(({ name }) => name).join(', ')}`, count(entries)] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ...(rest.languages.length > 1
      ? [['Languages', rest.languages.map(languageName).join(', ')] satisfies [string, string]]
      : []),
    ...(rest.plugins.length > 0 ? [['Plugins', rest.plugins.join(', ')] satisfies [string, string]] : []),
  ]
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
  } catch {
    // A file may name a language nobody knows.
    return code
  }
}
