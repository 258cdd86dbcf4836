import { CopyButton } from '../../ui/copy-button.tsx'
import type { Around } from './controls/control.ts'

/** On the page a collection's entries are shown with: what to write where a field of the entry shall stand. */
export function EntryPlaces({ around: { canvas, editor } }: { around: Around }) {
  const collection = canvas.collections.find(({ templatePageId }) => templatePageId === editor.pageId)
  if (!collection) return null
  return (
    <section class="border-t border-line-subtle pt-4">
      <h3 class="label">Fields of {collection.singular}</h3>
      <p class="mb-2 text-12 text-pretty text-fg-3">
        Write one of these in a text, a link or the address of a picture; each entry fills in its own.
      </p>
      <ul class="grid gap-0.5">
        {collection.fields.map(({ key, label }) => (
          <li key={key} class="flex items-center gap-2">
            <code class="code min-w-0 flex-1 truncate text-12">{`{{${key}}}`}</code>
            <span class="truncate text-12 text-fg-3">{label}</span>
            <CopyButton text={`{{${key}}}`} label={`Copy {{${key}}}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
