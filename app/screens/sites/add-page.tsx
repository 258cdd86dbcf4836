import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { pagesApi } from '#workers/sites/pages.contract.ts'
import type { Website } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Problem } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { bareAddress } from '../../ui/external-link.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { suggestPath } from './page-path.ts'
import { pathProblemAtField } from './path-problem.ts'

const EMPTY = 'empty'
const MOST_PAGES = 200

interface AddPageProps {
  website: Website
  onClose: () => void
}

/** A new page, empty or as a copy of another; it is opened in the builder. */
export function AddPage({ website, onClose }: AddPageProps) {
  const { route } = useLocation()
  const params = { id: website.id }
  const pages = useResource(pagesApi.list, { params, query: { limit: MOST_PAGES } })
  const [title, setTitle] = useState('')
  /** Undefined for as long as the address follows the title. */
  const [typedPath, setTypedPath] = useState<string | undefined>()
  const [source, setSource] = useState(EMPTY)
  const form = useForm(['title', 'path', 'sourcePageId'])
  const path = typedPath ?? suggestPath(title)

  const submit = (event: Event) =>
    form.submit(event, async () => {
      const body = {
        title,
        ...(path.trim() && { path }),
        ...(source !== EMPTY && { sourcePageId: source }),
      }
      const page = await call(pagesApi.create, { params, body }).catch((thrown) => {
        throw pathProblemAtField(Problem.of(thrown))
      })
      invalidate('/websites')
      onClose()
      route(`/pages/${page.id}`)
    })

  return (
    <Dialog
      title="Add page"
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Add page
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <TextField
          name="title"
          label="Title"
          required
          autocomplete="off"
          data-autofocus
          value={title}
          onChange={setTitle}
          {...form.errorAt('title')}
        />
        <TextField
          name="path"
          label="Address"
          autocomplete="off"
          spellcheck={false}
          placeholder="/"
          value={path}
          hint={`${bareAddress(website.url)}/${path.replace(/^\/+/, '')}`}
          onChange={(next) => setTypedPath(next === '' ? undefined : next)}
          {...form.errorAt('path')}
        />
        <Combobox
          name="sourcePageId"
          label="Start from"
          value={source}
          valueLabel="An empty page"
          options={[
            { value: EMPTY, label: 'An empty page' },
            ...(pages.data?.items ?? []).map((page) => ({
              ...{ value: page.id, label: `A copy of ${page.title}`, hint: page.path },
            })),
          ]}
          onChange={setSource}
        />
      </div>
    </Dialog>
  )
}
