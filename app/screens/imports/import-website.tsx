import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type ArchiveContents, readArchiveContents } from '#workers/archives/archive-contents.contract.ts'
import { archivesApi } from '#workers/archives/archives.contract.ts'
import { ZipRefused } from '#workers/archives/zip-reader.contract.ts'
import { MAX_IMPORT_BYTES } from '#workers/imports/imports.contract.ts'
import { clientsApi } from '#workers/tenancy/clients.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { useQuery } from '../../data/query.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { TextField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { size } from '../../ui/numbers.ts'
import { findClients } from '../tenancy/find-clients.ts'
import { ContentsCard } from './archive-contents.tsx'
import { DropZone } from './drop-zone.tsx'
import { beginUpload } from './upload-store.ts'

interface Chosen {
  file: File
  contents: ArchiveContents
}

/** A website from a file that was exported here: what is in it is seen before anything is made. */
export function Screen() {
  usePage('Import a website')
  const [chosen, setChosen] = useState<Chosen | undefined>()
  return (
    <div class="page page-narrow">
      <h1 class="text-20 font-semibold">Import a website</h1>
      <p class="mb-4 text-fg-2">
        From a file made with <b class="font-medium text-fg">Settings → Export and copy → Whole website</b>,
        here or at another agency. Nothing goes live until you publish.
      </p>
      {chosen ? (
        <NewWebsite chosen={chosen} onOther={() => setChosen(undefined)} />
      ) : (
        <ChooseFile onChosen={setChosen} />
      )}
    </div>
  )
}

function ChooseFile({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const [problem, setProblem] = useState<string | undefined>()
  const [isReading, setReading] = useState(false)
  const read = async (file: File) => {
    setProblem(undefined)
    setReading(true)
    try {
      onChosen({ file, contents: await contentsOf(file) })
    } catch (thrown) {
      setProblem(
        `${file.name}: ${thrown instanceof ZipRefused ? thrown.message : 'The file cannot be read.'}`,
      )
      setReading(false)
    }
  }
  return (
    <div class="grid gap-4">
      {problem && <Notice tone="danger">{problem}</Notice>}
      <DropZone
        onFile={read}
        isBusy={isReading}
        accept=".zip,application/zip"
        hint={`A .zip file, up to ${size(MAX_IMPORT_BYTES)}`}
      />
    </div>
  )
}

async function contentsOf(file: File): Promise<ArchiveContents> {
  if (file.size > MAX_IMPORT_BYTES) throw new ZipRefused(`A file may have at most ${size(MAX_IMPORT_BYTES)}.`)
  const read = async (offset: number, length: number) =>
    new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
  return readArchiveContents({ sizeBytes: file.size, read })
}

function NewWebsite({ chosen: { file, contents }, onOther }: { chosen: Chosen; onOther: () => void }) {
  const { route } = useLocation()
  const [query] = useQuery()
  const [clientId, setClientId] = useState(query.clientId ?? '')
  const [name, setName] = useState(contents.name)
  const [slug, setSlug] = useState('')
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const client = useResource(clientsApi.get, clientId ? { params: { id: clientId } } : null)
  const form = useForm(['clientId', 'name', 'slug', 'fileName', 'sizeBytes'])
  const start = (event: Event) => {
    event.preventDefault()
    if (!clientId) {
      form.setErrors({ top: undefined, fields: { clientId: 'Choose whose website it becomes.' } })
      return
    }
    form.submit(event, async () => {
      const body = { clientId, name, ...(slug && { slug }), fileName: file.name, sizeBytes: file.size }
      const created = await call(archivesApi.import, { body, idempotencyKey })
      invalidate('/websites', '/clients')
      beginUpload(created, file)
      route(`/imports/${created.id}`)
    })
  }
  return (
    <form class="grid gap-4" onSubmit={start} noValidate>
      <ContentsCard fileName={file.name} sizeBytes={file.size} contents={contents} />
      {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
      <div class="card grid gap-4 p-4">
        <Combobox
          name="clientId"
          label="Client"
          required
          hint="Whose website it becomes."
          placeholder="Find a client"
          value={clientId}
          valueLabel={client.data?.name ?? ''}
          find={findClients}
          onChange={setClientId}
          {...form.errorAt('clientId')}
        />
        <TextField
          name="name"
          label="Name"
          required
          value={name}
          onChange={setName}
          {...form.errorAt('name')}
        />
        <TextField
          name="slug"
          label="Platform address"
          isOptional
          hint="Made from the name when left out."
          value={slug}
          onChange={setSlug}
          {...form.errorAt('slug')}
        />
      </div>
      <div class="flex justify-end gap-2">
        <Button onClick={onOther}>Choose another file</Button>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Import website
        </Button>
      </div>
    </form>
  )
}
