import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { type Series, seriesApi } from '#workers/cms/series.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { Drawer } from '../../ui/dialog.tsx'
import { TextAreaField, TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PostStatusBadge } from './post-status.tsx'

interface EditSeriesProps {
  websiteId: string
  /** Left out for a new one. */
  series: Series | undefined
  onSaved: (message: string) => Promise<void>
  onClose: () => void
}

export function EditSeries({ websiteId, series, onSaved, onClose }: EditSeriesProps) {
  const [name, setName] = useState(series?.name ?? '')
  const [slug, setSlug] = useState(series?.slug ?? '')
  const [description, setDescription] = useState(series?.description ?? '')
  const [parts, setParts] = useState(series?.parts ?? [])
  const form = useForm(['name', 'slug', 'description'])
  const save = (event: Event) =>
    form.submit(event, async () => {
      const said = { name, description, ...(slug.trim() && { slug }) }
      if (series) {
        const partIds = parts.map(({ id }) => id)
        const body = { ...said, partIds, version: series.version }
        await call(seriesApi.update, { params: { id: series.id }, body })
      } else await call(seriesApi.create, { params: { id: websiteId }, body: said })
      await onSaved('Saved. Visitors see it when you publish.')
      onClose()
    })
  return (
    <Drawer
      title={series ? series.name : 'Begin a series'}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" isBusy={form.isBusy} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <form class="grid grid-cols-1 gap-4" onSubmit={save} noValidate>
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="name"
          label="Name"
          required
          autocomplete="off"
          data-autofocus
          value={name}
          onChange={setName}
          {...form.errorAt('name')}
        />
        <TextAreaField
          name="description"
          label="Description"
          hint="Stands at the top of its page."
          value={description}
          onChange={setDescription}
          {...form.errorAt('description')}
        />
        <TextField
          name="slug"
          label="Address"
          spellcheck={false}
          autocomplete="off"
          hint="…/blog/series/… Left empty, it is made from the name."
          value={slug}
          onChange={setSlug}
          {...form.errorAt('slug')}
        />
        {series && <Parts parts={parts} onChange={setParts} />}
      </form>
    </Drawer>
  )
}

interface PartsProps {
  parts: Series['parts']
  onChange: (parts: Series['parts']) => void
}

/** The parts in reading order; moved by dragging, or with the arrows beside them. */
function Parts({ parts, onChange }: PartsProps) {
  const [held, setHeld] = useState<number | undefined>()
  const [said, setSaid] = useState('')
  const move = (from: number, to: number) => {
    const part = parts[from]
    if (!part || to < 0 || to >= parts.length) return
    onChange(parts.toSpliced(from, 1).toSpliced(to, 0, part))
    setSaid(`“${part.title}” is now part ${to + 1} of ${parts.length}`)
  }
  if (parts.length === 0) {
    return (
      <p class="text-12 text-fg-3">No parts yet. Open a post and choose this series among its settings.</p>
    )
  }
  return (
    <div>
      <div class="label">Parts</div>
      <p class="sr" role="status">
        {said}
      </p>
      <ol class="divide-y divide-line-subtle rounded-md border border-line">
        {parts.map(({ id, title, status }, at) => (
          <li
            key={id}
            draggable
            class={cx('flex items-center gap-2 bg-surface px-2 py-1.5', held === at && 'opacity-50')}
            onDragStart={() => setHeld(at)}
            onDragEnd={() => setHeld(undefined)}
            onDragOver={(event) => {
              event.preventDefault()
              if (held === undefined || held === at) return
              move(held, at)
              setHeld(at)
            }}
          >
            <GripVertical size={14} class="flex-none cursor-grab text-fg-3" />
            <span class="num w-5 flex-none text-fg-3">{at + 1}</span>
            <span class="min-w-0 flex-1 truncate">{title}</span>
            {status !== 'published' && <PostStatusBadge status={status} />}
            <IconButton label={`Move “${title}” up`} disabled={at === 0} onClick={() => move(at, at - 1)}>
              <ArrowUp />
            </IconButton>
            <IconButton
              label={`Move “${title}” down`}
              disabled={at === parts.length - 1}
              onClick={() => move(at, at + 1)}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              label={`Take “${title}” out of the series`}
              onClick={() => onChange(parts.toSpliced(at, 1))}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ol>
    </div>
  )
}
