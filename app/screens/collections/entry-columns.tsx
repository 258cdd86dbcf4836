import type { Collection } from '#workers/collections/collections.contract.ts'
import { type Entry, entriesApi } from '#workers/collections/entries.contract.ts'
import { comparisonOf, type StoredField } from '#workers/collections/fields.contract.ts'
import { pictureIn } from '#workers/collections/published-entries.contract.ts'
import { call } from '../../api.ts'
import type { Pages } from '../../data/pages.ts'
import type { Column } from '../../ui/grid.tsx'
import { Ago } from '../../ui/time.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { CellEditor, isEditedInPlace } from './cell-editor.tsx'
import { wordsOf } from './cell-words.ts'
import { EntryStatusBadge } from './entry-status.tsx'

/** Fields beside the title that a table has room for. */
const MOST_COLUMNS = 5
const wide = ['html', 'longText', 'group', 'file']

interface ColumnsOptions {
  collection: Collection
  canWrite: boolean
  sort: string
  onChange: Pages<Entry>['patch']
}

/** The columns of a collection's table: what entries are called by, then the fields that fit. */
export function columnsOf({ collection, canWrite, sort, onChange }: ColumnsOptions): Column<Entry>[] {
  const { fields, titleField } = collection
  const title = fields.find(({ key }) => key === titleField)
  const shown = fields
    .filter(({ key, kind }) => key !== titleField && !wide.includes(kind))
    .slice(0, MOST_COLUMNS)
  const picture = shown.find(({ kind }) => kind === 'picture')
  const save = (entry: Entry, key: string, value: unknown) =>
    saveCell(collection, entry, { key, value, onChange })
  const order = (key: string) => (sort === `-${key}` ? `-${key}` : key)
  return [
    {
      id: 'title',
      head: title?.label ?? 'Title',
      ...(title && isSortable(title) && { sort: order(title.key) }),
      cell: (entry) => <Title entry={entry} picture={picture} />,
    },
    ...shown
      .filter((field) => field !== picture)
      .map(
        (field, index): Column<Entry> => ({
          id: field.key,
          head: field.label,
          isRight: field.kind === 'number' || field.kind === 'money',
          isHiddenOnPhone: index > 0,
          ...(isSortable(field) && { sort: order(field.key) }),
          cell: (entry) =>
            canWrite && isEditedInPlace(field) ? (
              <CellEditor field={field} entry={entry} onSave={(value) => save(entry, field.key, value)} />
            ) : (
              <span class="text-fg-2">{wordsOf(field, entry)}</span>
            ),
        }),
      ),
    {
      id: 'status',
      head: 'State',
      width: '124px',
      cell: ({ status }) => <EntryStatusBadge status={status} />,
    },
    {
      id: 'updated',
      head: 'Changed',
      width: '112px',
      isRight: true,
      isHiddenOnPhone: true,
      cell: ({ updatedAt }) => <Ago at={updatedAt} class="text-fg-3" />,
    },
  ]
}

const isSortable = ({ kind, isMany }: StoredField) =>
  comparisonOf(kind) !== undefined && kind !== 'relation' && !isMany

function Title({ entry, picture }: { entry: Entry; picture: StoredField | undefined }) {
  const shown = picture && pictureIn(entry.data[picture.key])
  return (
    <span class="flex min-w-0 items-center gap-2.5">
      {shown && /^https?:/.test(shown.src) && (
        <img
          src={shown.src}
          alt=""
          loading="lazy"
          class="h-7 w-7 flex-none rounded-sm bg-surface-3 object-cover"
        />
      )}
      <b class="truncate font-medium">{entry.title}</b>
    </span>
  )
}

interface CellChange {
  key: string
  value: unknown
  onChange: Pages<Entry>['patch']
}

/** Saves one value from the table; what could not be saved is shown as it was. */
async function saveCell({ websiteId, key }: Collection, entry: Entry, change: CellChange): Promise<void> {
  const params = { id: websiteId, key, entryId: entry.id }
  const show = (next: Entry) =>
    change.onChange((items) => items.map((each) => (each.id === next.id ? next : each)))
  try {
    show({ ...entry, data: { ...entry.data, [change.key]: change.value } })
    show(
      await call(entriesApi.update, {
        params,
        body: { data: { [change.key]: change.value }, version: entry.version },
      }),
    )
  } catch (thrown) {
    show(entry)
    toastProblem(thrown, `${entry.title} was not changed`)
  }
}
