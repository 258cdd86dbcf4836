import { BookOpen, Pencil, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Series, seriesApi } from '#workers/cms/series.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { Column } from '../../ui/grid.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { counted } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { EditSeries } from './edit-series.tsx'
import { NamedList } from './named-list.tsx'

const columns: Column<Series>[] = [
  { id: 'name', head: 'Name', cell: ({ name }) => <b class="font-medium">{name}</b> },
  {
    id: 'description',
    head: 'Description',
    isHiddenOnPhone: true,
    cell: ({ description }) => <span class="text-fg-2">{description}</span>,
  },
  {
    id: 'parts',
    head: 'Parts',
    width: '110px',
    isRight: true,
    cell: ({ id, parts, websiteId }) => (
      <a class="link num" href={`/posts?websiteId=${websiteId}&seriesId=${id}`}>
        {counted(parts.length, 'part')}
      </a>
    ),
  },
]

type Doing = { what: 'edit'; series?: Series } | { what: 'remove'; series: Series }

/** Posts of a website that are read one after the other. */
export function SeriesList({ websiteId }: { websiteId: string }) {
  const canWrite = useMay()('content:write')
  const [search, setSearch] = useState('')
  const [doing, setDoing] = useState<Doing | undefined>()
  const params = { id: websiteId }
  const pages = usePages(seriesApi.list, { params, query: { ...(search && { search }) } })
  const close = () => setDoing(undefined)
  const settle = async (message: string) => {
    await pages.reload()
    invalidate('/cms/posts')
    toast(message)
  }
  const menuOf = (series: Series): MenuEntry[] => [
    { id: 'edit', label: 'Change', icon: <Pencil />, onSelect: () => setDoing({ what: 'edit', series }) },
    {
      ...{ id: 'remove', label: 'Remove', icon: <Trash2 />, tone: 'danger' as const },
      onSelect: () => setDoing({ what: 'remove', series }),
    },
  ]
  return (
    <>
      <NamedList
        label="Series"
        noun="series"
        {...{ pages, columns, search, onSearch: setSearch }}
        empty={
          <Empty icon={<BookOpen />} title={search ? 'Nothing found' : 'No series yet'}>
            {search
              ? 'No series has this in its name.'
              : 'Posts that build on each other: readers are led from part to part, in the order you give them.'}
          </Empty>
        }
        {...(canWrite && {
          changes: {
            onAdd: () => setDoing({ what: 'edit' }),
            onOpen: (series: Series) => setDoing({ what: 'edit', series }),
            menuOf,
          },
        })}
      />
      {doing?.what === 'edit' && (
        <EditSeries {...{ websiteId, onClose: close, onSaved: settle }} series={doing.series} />
      )}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={`Remove “${doing.series.name}”?`}
          confirmLabel="Remove"
          onConfirm={async () => {
            await call(seriesApi.remove, { params: { id: doing.series.id } })
            await settle(`“${doing.series.name}” is removed`)
          }}
          onClose={close}
        >
          <p>{counted(doing.series.parts.length, 'post')} will stay, each on its own.</p>
        </ConfirmDialog>
      )}
    </>
  )
}
