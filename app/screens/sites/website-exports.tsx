import { Archive, Copy, Download, FileUp, PackageOpen, Trash2 } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { archivesApi, type Export, type ExportForm } from '#workers/archives/archives.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { usePages } from '../../data/pages.ts'
import { useRun } from '../../data/runs.ts'
import { Button, IconButton, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Grid } from '../../ui/grid.tsx'
import { size } from '../../ui/numbers.ts'
import { Empty } from '../../ui/states.tsx'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { RunCard } from '../runs/run-card.tsx'
import { CopyWebsite } from './copy-website.tsx'
import type { WebsiteProps } from './website.tsx'

const columns: Column<Export>[] = [
  {
    id: 'form',
    head: 'File',
    cell: ({ form }) => <b class="font-medium">{form === 'whole' ? 'Whole website' : 'Plain files'}</b>,
  },
  {
    id: 'size',
    head: 'Size',
    width: '96px',
    cell: ({ sizeBytes, status }) => (status === 'ready' ? size(sizeBytes) : 'Being made'),
  },
  {
    id: 'by',
    head: 'By',
    width: '140px',
    isHiddenOnPhone: true,
    cell: ({ createdBy }) => <span class="text-fg-2">{createdBy}</span>,
  },
  {
    id: 'at',
    head: 'Made',
    width: '116px',
    isHiddenOnPhone: true,
    cell: ({ createdAt }) => <Ago at={createdAt} class="text-fg-3" />,
  },
]

export function WebsiteExports({ website }: WebsiteProps) {
  const may = useMay()
  const [started, setStarted] = useState<string | undefined>()
  const [isCopying, setCopying] = useState(false)
  const params = { websiteId: website.id }
  const pages = usePages(archivesApi.list, may('sites:write') ? { params, query: {} } : null)
  const { run, retry } = useRun(started)
  const [ended, setEnded] = useState<string | undefined>()
  if (run?.status === 'done' && ended !== run.id) {
    setEnded(run.id)
    pages.reload()
  }

  const make = async (form: ExportForm) => {
    try {
      setStarted((await call(archivesApi.create, { params, body: { form } })).runId)
      await pages.reload()
    } catch (thrown) {
      toastProblem(thrown, 'The website was not exported')
    }
  }
  const actions: Column<Export> = {
    id: 'actions',
    head: <span class="sr">Actions</span>,
    width: '168px',
    isRight: true,
    cell: (file) => <ExportActions file={file} onRemoved={pages.reload} />,
  }
  if (!may('sites:write')) return <p class="text-fg-3">Your role does not let you export websites.</p>
  return (
    <div class="grid gap-4">
      <div class="grid gap-4 md:grid-cols-2">
        <Choice title="Whole website" action="Export" icon={<Archive />} onClick={() => make('whole')}>
          Pages, posts, collections, design, forms and files in one file, to keep or to import here again.
        </Choice>
        <Choice title="Plain files" action="Export" icon={<PackageOpen />} onClick={() => make('static')}>
          What visitors see now as HTML that opens from a folder, or on any other host.
        </Choice>
        <Choice title="Copy to a client" action="Copy" icon={<Copy />} onClick={() => setCopying(true)}>
          A new website for any of your clients that begins as this one is.
        </Choice>
        <Card title="Import a website">
          <p class="mb-3 text-fg-2">A new website from a file that was exported here or at another agency.</p>
          <LinkButton href={`/import-website?clientId=${website.clientId}`} icon={<FileUp />}>
            Import
          </LinkButton>
        </Card>
      </div>
      {run && run.status !== 'done' && <RunCard run={run} onRetry={retry} />}
      <div class="card overflow-hidden">
        <Grid
          label="Exports"
          columns={[...columns, actions]}
          rows={pages.items}
          problem={pages.problem}
          onRetry={pages.reload}
          nameOf={({ form }) => form}
          more={{ hasMore: pages.hasMore, isLoading: pages.isLoadingMore, load: pages.loadMore }}
          empty={
            <Empty icon={<Download />} title="No exports">
              Files are kept here for a week.
            </Empty>
          }
        />
      </div>
      {isCopying && <CopyWebsite website={website} onClose={() => setCopying(false)} />}
    </div>
  )
}

interface ChoiceProps {
  title: string
  action: string
  icon: preact.ComponentChildren
  onClick: () => void
  children: string
}

function Choice({ title, action, icon, onClick, children }: ChoiceProps) {
  return (
    <Card title={title}>
      <p class="mb-3 text-fg-2">{children}</p>
      <Button icon={icon} onClick={onClick}>
        {action}
      </Button>
    </Card>
  )
}

function ExportActions({ file, onRemoved }: { file: Export; onRemoved: () => Promise<void> }) {
  const download = async () => {
    try {
      location.href = (await call(archivesApi.link, { params: { id: file.id } })).url
    } catch (thrown) {
      toastProblem(thrown, 'The file cannot be downloaded')
    }
  }
  const remove = async () => {
    try {
      await call(archivesApi.remove, { params: { id: file.id } })
      await onRemoved()
      toast('Export deleted')
    } catch (thrown) {
      toastProblem(thrown, 'The export was not deleted')
    }
  }
  return (
    <span class="flex justify-end gap-1">
      {file.status === 'ready' && (
        <Button size="sm" icon={<Download />} onClick={download}>
          Download
        </Button>
      )}
      <IconButton label="Delete this export" onClick={remove}>
        <Trash2 />
      </IconButton>
    </span>
  )
}
