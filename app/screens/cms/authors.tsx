import { Merge, Pencil, Trash2, UserPen } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Author, authorsApi } from '#workers/cms/authors.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { invalidate } from '../../data/resources.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { Column } from '../../ui/grid.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { counted } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toasts.tsx'
import { EditAuthor } from './edit-author.tsx'
import { findAuthors } from './find-named.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { NamedList } from './named-list.tsx'

const columns: Column<Author>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ name, avatar }) => (
      <span class="flex items-center gap-2.5">
        {avatar ? (
          <img src={avatar.src} alt="" class="h-7 w-7 flex-none rounded-full object-cover" />
        ) : (
          <Avatar name={name} />
        )}
        <b class="truncate font-medium">{name}</b>
      </span>
    ),
  },
  {
    id: 'bio',
    head: 'About',
    isHiddenOnPhone: true,
    cell: ({ bio }) => <span class="text-fg-2">{bio}</span>,
  },
  {
    id: 'posts',
    head: 'Posts',
    width: '110px',
    isRight: true,
    cell: ({ id, posts, websiteId }) => (
      <a class="link num" href={`/posts?websiteId=${websiteId}&authorId=${id}`}>
        {counted(posts, 'post')}
      </a>
    ),
  },
]

type Doing = { what: 'edit'; author?: Author } | { what: 'merge' | 'remove'; author: Author }

/** Who signs a website's posts. */
export function Authors({ websiteId }: { websiteId: string }) {
  const canWrite = useMay()('content:write')
  const [search, setSearch] = useState('')
  const [doing, setDoing] = useState<Doing | undefined>()
  const params = { id: websiteId }
  const pages = usePages(authorsApi.list, { params, query: { ...(search && { search }) } })
  const close = () => setDoing(undefined)
  const settle = async (message: string) => {
    await pages.reload()
    invalidate('/cms/posts')
    toast(message)
  }
  const menuOf = (author: Author): MenuEntry[] => [
    { id: 'edit', label: 'Change', icon: <Pencil />, onSelect: () => setDoing({ what: 'edit', author }) },
    { id: 'merge', label: 'Merge…', icon: <Merge />, onSelect: () => setDoing({ what: 'merge', author }) },
    'separator',
    {
      ...{ id: 'remove', label: 'Remove', icon: <Trash2 />, tone: 'danger' as const },
      onSelect: () => setDoing({ what: 'remove', author }),
    },
  ]
  return (
    <>
      <NamedList
        label="Authors"
        noun="author"
        {...{ pages, columns, search, onSearch: setSearch }}
        empty={
          <Empty icon={<UserPen />} title={search ? 'Nobody found' : 'No authors yet'}>
            {search
              ? 'No author has this in their name.'
              : 'Whoever writes a post signs it. Add others here: a photo, a few words and links make a page of their own.'}
          </Empty>
        }
        {...(canWrite && {
          changes: {
            onAdd: () => setDoing({ what: 'edit' }),
            onOpen: (author: Author) => setDoing({ what: 'edit', author }),
            menuOf,
          },
        })}
      />
      {doing?.what === 'edit' && (
        <EditAuthor {...{ websiteId, onClose: close, onSaved: settle }} author={doing.author} />
      )}
      {doing?.what === 'merge' && (
        <MergeDialog
          noun="author"
          of={doing.author}
          find={findAuthors(websiteId)}
          onMerge={async (intoId) => {
            await call(authorsApi.merge, { params: { id: doing.author.id }, body: { intoId } })
            await settle(`“${doing.author.name}” was merged`)
          }}
          onClose={close}
        >
          All their posts are signed by the other one, and their page leads there. This cannot be undone.
        </MergeDialog>
      )}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={`Remove “${doing.author.name}”?`}
          confirmLabel="Remove"
          onConfirm={async () => {
            await call(authorsApi.remove, { params: { id: doing.author.id } })
            await settle(`“${doing.author.name}” is removed`)
          }}
          onClose={close}
        >
          <p>{counted(doing.author.posts, 'post')} will stay, signed by nobody.</p>
        </ConfirmDialog>
      )}
    </>
  )
}
