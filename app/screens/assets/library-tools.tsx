import { LayoutGrid, List, Trash2, Upload } from 'lucide-preact'
import { type AssetKind, type AssetSummary, assetsApi } from '#workers/assets/assets.contract.ts'
import { useResource } from '../../data/resources.ts'
import { IconButton } from '../../ui/button.tsx'
import { FilterMenu, SearchField } from '../../ui/filters.tsx'
import { count, size } from '../../ui/numbers.ts'
import { kindLabels } from './asset-picture.tsx'

export type View = 'grid' | 'list'
export interface LibraryFilters {
  search?: string
  kind?: AssetKind
  folder?: string
  tag?: string
  lacksAlt?: boolean
  isRemoved?: boolean
  sort?: 'newest' | 'name'
}

export type FilterChange = { [Name in keyof LibraryFilters]?: LibraryFilters[Name] | undefined }

const kindChoices = (['image', 'document', 'video', 'audio', 'other'] as const).map((value) => ({
  value,
  label: kindLabels[value],
}))
const otherOrders = [{ value: 'name', label: 'By name' }] as const

interface LibraryToolsProps {
  websiteId: string
  filters: LibraryFilters
  onFilter: (change: FilterChange) => void
  kind: AssetKind | undefined
  /** Whether a file is chosen rather than looked after. */
  isPicking: boolean
  view: View
  onView: (view: View) => void
  onFiles: ((files: Iterable<File>) => void) | undefined
}

/** What is looked for, how it is shown, and the way in for more. */
export function LibraryTools(props: LibraryToolsProps) {
  const { websiteId, filters, onFilter, kind, isPicking, view, onView, onFiles } = props
  const { data: summary } = useResource(assetsApi.summary, { params: { id: websiteId } })
  const tags = summary?.tags.map(({ tag }) => ({ value: tag, label: tag })) ?? []
  return (
    <>
      <div class="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search files"
          placeholder="Search files"
          value={filters.search ?? ''}
          onChange={(search) => onFilter({ search: search || undefined })}
        />
        {!kind && (
          <FilterMenu
            label="Kind"
            anyLabel="Every kind"
            value={filters.kind}
            options={kindChoices}
            onChange={(next) => onFilter({ kind: next })}
          />
        )}
        {tags.length > 0 && (
          <FilterMenu
            label="Tag"
            anyLabel="Every tag"
            value={filters.tag}
            options={tags}
            onChange={(tag) => onFilter({ tag })}
          />
        )}
        <FilterMenu
          label="Newest first"
          anyLabel="Newest first"
          value={filters.sort === 'name' ? 'name' : undefined}
          options={otherOrders}
          onChange={(sort) => onFilter({ sort })}
        />
        <span class="flex-1" />
        <IconButton
          label={view === 'grid' ? 'Show as a list' : 'Show as pictures'}
          onClick={() => onView(view === 'grid' ? 'list' : 'grid')}
        >
          {view === 'grid' ? <List /> : <LayoutGrid />}
        </IconButton>
        {!isPicking && (
          <IconButton
            label={filters.isRemoved ? 'Back to the files' : 'Trash'}
            aria-pressed={filters.isRemoved ?? false}
            onClick={() => onFilter({ isRemoved: filters.isRemoved ? undefined : true })}
          >
            <Trash2 />
          </IconButton>
        )}
        {onFiles && <UploadButton onFiles={onFiles} kind={kind} />}
      </div>
      {!isPicking && <Reminder summary={summary} filters={filters} onFilter={onFilter} />}
    </>
  )
}

interface UploadButtonProps {
  onFiles: (files: Iterable<File>) => void
  kind?: AssetKind | undefined
}

export function UploadButton({ onFiles, kind }: UploadButtonProps) {
  return (
    <label class="btn btn-primary cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--ring)">
      <Upload />
      Upload
      <input
        type="file"
        multiple
        class="sr"
        {...(kind === 'image' && { accept: 'image/*' })}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // So that the same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

interface ReminderProps extends Pick<LibraryToolsProps, 'filters' | 'onFilter'> {
  summary: AssetSummary | undefined
}

/** How much room is taken, and pictures nobody has described yet. */
function Reminder({ summary, filters, onFilter }: ReminderProps) {
  if (!summary) return null
  const { lackingAlt, storedBytes, maxStoredBytes } = summary
  return (
    <p class="num mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-fg-3">
      <span>
        {size(storedBytes)} of {size(maxStoredBytes)} used
      </span>
      {(lackingAlt > 0 || filters.lacksAlt) && (
        <button
          type="button"
          class="link"
          aria-pressed={filters.lacksAlt ?? false}
          onClick={() => onFilter({ lacksAlt: filters.lacksAlt ? undefined : true })}
        >
          {filters.lacksAlt ? 'Show all files' : `${count(lackingAlt)} without alternative text`}
        </button>
      )}
    </p>
  )
}
