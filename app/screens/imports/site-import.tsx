import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type Import, importsApi } from '#workers/imports/imports.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { useMay } from '../../data/actor.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { isOver, useRun } from '../../data/runs.ts'
import { usePage } from '../../shell/page.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { size } from '../../ui/numbers.ts'
import { TitleRow } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { RunCard } from '../runs/run-card.tsx'
import { ImportItems } from './import-items.tsx'
import { ImportStatusBadge } from './import-status.tsx'
import { Reconciliation } from './reconciliation.tsx'
import { UndoImport } from './undo-import.tsx'
import { UploadPanel } from './upload-panel.tsx'

export const prefetch = ({ id = '' }: Record<string, string>) => load(importsApi.get, { params: { id } })

export function Screen() {
  const id = useRoute().params.id ?? ''
  const { data, problem, reload } = useResource(importsApi.get, { params: { id } })
  if (data) return <ImportPage key={id} target={data} reload={reload} />
  return (
    <div class="page">
      {problem ? <Failed problem={problem} onRetry={reload} /> : <SkeletonLines lines={8} />}
    </div>
  )
}

interface ImportPageProps {
  target: Import
  reload: () => Promise<void>
}

function ImportPage({ target, reload }: ImportPageProps) {
  const may = useMay()
  const website = useResource(websitesApi.get, { params: { id: target.websiteId } })
  const { run, retry } = useRun(target.status === 'uploading' ? null : target.runId)
  const [isUndoing, setUndoing] = useState(false)
  const siteHref = `/websites/${target.websiteId}`
  useTitle(target, website.data?.name)
  useReloadAsItGoes(target, run, reload)
  const canWrite = may('sites:write')
  const canUndo = canWrite && isUndoable(target, run)
  const undo = () => setUndoing(true)

  return (
    <div class="page">
      <TitleRow title={target.fileName} lead={<Lead target={target} />}>
        {target.status === 'done' && <LinkButton href={siteHref}>Go to the website</LinkButton>}
        {canUndo && target.status !== 'uploading' && <UndoButton target={target} onClick={undo} />}
      </TitleRow>
      <div class="grid gap-4">
        {target.problem && <Notice tone="danger">{target.problem}</Notice>}
        <WebsiteNotice target={target} />
        {target.status === 'uploading' && (
          <UploadPanel target={target}>{canUndo && <CancelButton onClick={undo} />}</UploadPanel>
        )}
        {run && showsRun(target, run) && <RunCard run={run} {...(canWrite && { onRetry: retry })} />}
        {target.tallies.length > 0 && <Outcome target={target} reload={reload} />}
      </div>
      {isUndoing && <UndoImport target={target} onDone={reload} onClose={() => setUndoing(false)} />}
    </div>
  )
}

function useTitle({ format, websiteId }: Import, label: string | undefined): void {
  const title = format === 'archive' ? 'Import a website' : 'Import from WordPress'
  usePage(title, label ? [{ label, href: `/websites/${websiteId}` }] : [])
}

/** Whatever has ended can be undone, also where its run stands still. */
const isUndoable = ({ status }: Import, run: { status: string } | undefined): boolean =>
  ['done', 'failed', 'uploading'].includes(status) || (status === 'running' && run?.status === 'failed')

/** A website that came whole has nothing but its steps to tell of. */
const showsRun = ({ format, status }: Import, run: { status: string }): boolean =>
  run.status !== 'done' || (format === 'archive' && status === 'done')

/** How an import ended that made a website of its own. */
function WebsiteNotice({ target: { format, status } }: { target: Import }) {
  if (format !== 'archive') return null
  if (status === 'done')
    return <Notice tone="success">Everything is here. Look it through, then publish it.</Notice>
  return status === 'undone' ? <Notice tone="info">The website this file became was removed.</Notice> : null
}

function Outcome({ target, reload }: ImportPageProps) {
  return (
    <>
      <Reconciliation target={target} onChange={reload} />
      <ImportItems target={target} />
    </>
  )
}

function Lead({ target }: { target: Import }) {
  return (
    <>
      <ImportStatusBadge status={target.status} />
      <span>{size(target.sizeBytes)}</span>
      {target.source && (
        <span>
          {target.source.title}, {target.source.url}
        </span>
      )}
    </>
  )
}

function UndoButton({ target, onClick }: { target: Import; onClick: () => void }) {
  return (
    <button type="button" class="btn btn-danger-ghost" onClick={onClick}>
      {target.format === 'archive' ? 'Remove the website' : 'Undo import'}
    </button>
  )
}

function CancelButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" class="btn btn-danger-ghost btn-sm" onClick={onClick}>
      Cancel import
    </button>
  )
}

/** The tallies move with every step of the run, and the import itself when the run ends or it is being undone. */
function useReloadAsItGoes(
  { status }: Import,
  run: { status: string; steps: { status: string }[] } | undefined,
  reload: () => Promise<void>,
): void {
  const progress = run?.steps.map((step) => step.status).join() ?? ''
  const isOverNow = run ? isOver({ status: run.status as 'done' }) : false
  useEffect(() => {
    if (progress) reload()
  }, [progress, isOverNow])

  useEffect(() => {
    if (status !== 'undoing') return
    const timer = setInterval(reload, 2_000)
    return () => clearInterval(timer)
  }, [status])
}
