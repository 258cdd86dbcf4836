import { CircleAlert, CircleCheck, Files, Pause, Play, RotateCw, X } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { uploadsApi } from '#workers/assets/uploads.contract.ts'
import { useActor } from '../../data/actor.ts'
import { useResource } from '../../data/resources.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { size } from '../../ui/numbers.ts'
import { ProgressBar } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import {
  clearDone,
  pause,
  putAway,
  type QueuedFile,
  queue,
  resume,
  takeUp,
  uploadAnyway,
} from './upload-queue.ts'

interface UploadPanelProps {
  websiteId: string
  onPick?: (asset: Asset) => void
}

/** What is on its way into a website's library, above its files. */
export function UploadPanel({ websiteId, onPick }: UploadPanelProps) {
  const left = useResource(uploadsApi.list, { params: { websiteId }, query: {} })
  const actor = useActor()
  // What others are just sending is theirs to look after.
  useEffect(
    () => takeUp(left.data?.items.filter(({ createdBy }) => createdBy === actor?.name) ?? []),
    [left.data],
  )
  const items = queue.value.filter((item) => item.websiteId === websiteId)
  useStayHere(items.some(({ state }) => state === 'sending' || state === 'waiting'))
  if (items.length === 0) return null
  const done = items.filter(({ state }) => state === 'ready').length
  const going = items.filter(
    ({ state }) => state === 'sending' || state === 'waiting' || state === 'checking',
  ).length
  return (
    <section class="card mb-4" aria-label="Uploads">
      <div class="card-head">
        <h2 class="flex-1" aria-live="polite">
          {going === 0 ? 'Uploads' : `Uploading, ${going} of ${items.length} to go`}
        </h2>
        {done > 0 && (
          <Button size="sm" look="ghost" onClick={clearDone}>
            Clear finished
          </Button>
        )}
      </div>
      <ul class="max-h-72 divide-y divide-line-subtle overflow-y-auto">
        {items.map((item) => (
          <UploadRow key={item.key} item={item} onPick={onPick} />
        ))}
      </ul>
    </section>
  )
}

function UploadRow({ item, onPick }: { item: QueuedFile; onPick: UploadPanelProps['onPick'] }) {
  const { key, fileName, sizeBytes, sentBytes, state, problem, asset } = item
  const isGoing = state === 'sending' || state === 'waiting'
  return (
    <li class="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <StateIcon state={state} />
      <div class="min-w-40 flex-1">
        <div class="flex items-baseline gap-2">
          <span class="truncate font-medium">{fileName}</span>
          <span class="num flex-none text-12 text-fg-3">{size(sizeBytes)}</span>
        </div>
        {(isGoing || state === 'paused') && (
          <div class="mt-1.5">
            <ProgressBar label={`Uploading ${fileName}`} value={sentBytes / sizeBytes} />
          </div>
        )}
        <p class="text-12 text-fg-2" role={state === 'refused' ? 'alert' : undefined}>
          {sentenceOf(item)}
        </p>
        {state === 'paused' && problem && <p class="text-12 text-danger-fg">{problem}</p>}
      </div>
      <div class="flex flex-none items-center gap-1">
        {state === 'sending' && (
          <IconButton label={`Pause ${fileName}`} onClick={() => pause(key)}>
            <Pause />
          </IconButton>
        )}
        {state === 'paused' && (
          <IconButton label={`Go on with ${fileName}`} onClick={() => resume(key)}>
            <Play />
          </IconButton>
        )}
        {state === 'interrupted' && <ChooseAgain item={item} />}
        {state === 'twin' && asset && <TwinChoices item={item} asset={asset} onPick={onPick} />}
        <IconButton label={`${isGoing ? 'Cancel' : 'Put away'} ${fileName}`} onClick={() => leave(key)}>
          <X />
        </IconButton>
      </div>
    </li>
  )
}

async function leave(key: string): Promise<void> {
  try {
    await putAway(key)
  } catch (thrown) {
    toastProblem(thrown, 'The upload could not be put away')
  }
}

function StateIcon({ state }: Pick<QueuedFile, 'state'>) {
  if (state === 'ready') return <CircleCheck size={18} class="flex-none text-success-fg" aria-label="Done" />
  if (state === 'refused')
    return <CircleAlert size={18} class="flex-none text-danger-fg" aria-label="Refused" />
  if (state === 'twin') return <Files size={18} class="flex-none text-fg-3" />
  if (state === 'checking' || state === 'sending') return <span class="spinner flex-none" />
  return <RotateCw size={18} class="flex-none text-fg-3" />
}

function sentenceOf({ state, problem, sentBytes, asset }: QueuedFile): string {
  switch (state) {
    case 'refused':
      return problem
    case 'checking':
      return 'Having a look at it…'
    case 'twin':
      return `The library has the same file: ${asset?.fileName ?? ''}.`
    case 'interrupted':
      return `Interrupted after ${size(sentBytes)}. Choose the file again to go on.`
    case 'paused':
      return 'Paused.'
    default:
      return ''
  }
}

function TwinChoices({
  item,
  asset,
  onPick,
}: {
  item: QueuedFile
  asset: Asset
  onPick: UploadPanelProps['onPick']
}) {
  return (
    <>
      {onPick && (
        <Button
          size="sm"
          look="primary"
          onClick={() => {
            leave(item.key)
            onPick(asset)
          }}
        >
          Use that one
        </Button>
      )}
      <Button size="sm" onClick={() => uploadAnyway(item.key)}>
        Upload anyway
      </Button>
    </>
  )
}

function ChooseAgain({ item }: { item: QueuedFile }) {
  const take = (file: File | undefined) => {
    if (!file) return
    if (file.size === item.sizeBytes) resume(item.key, file)
    else toast({ tone: 'danger', title: 'That is another file', body: `Choose ${item.fileName} again.` })
  }
  return (
    <label class="btn btn-sm btn-default cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-(--ring)">
      Choose again
      <input type="file" class="sr" onChange={(event) => take(event.currentTarget.files?.[0])} />
    </label>
  )
}

function useStayHere(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isNeeded])
}
