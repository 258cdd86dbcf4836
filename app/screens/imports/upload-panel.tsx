import { Pause, Play } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { Import } from '#workers/imports/imports.contract.ts'
import { missingParts } from '../../data/uploads.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { size } from '../../ui/numbers.ts'
import { ProgressBar } from '../../ui/states.tsx'
import { clock } from '../../ui/time.tsx'
import { DropZone } from './drop-zone.tsx'
import { beginUpload, type UploadState, uploads } from './upload-store.ts'

/** A file on its way up: how far, how long still, and how to go on after an interruption. */
export function UploadPanel({ target, children }: { target: Import; children: preact.ComponentChildren }) {
  const upload = uploads.value[target.id]
  useStayHere(upload?.isGoing ?? false)
  return (
    <Card title="Upload" actions={children}>
      {upload ? <Sending upload={upload} target={target} /> : <ChooseAgain target={target} />}
    </Card>
  )
}

function Sending({ upload, target }: { upload: UploadState; target: Import }) {
  const { sentBytes, sizeBytes, isGoing, problem, speed } = upload
  const leftS = speed > 0 ? (sizeBytes - sentBytes) / speed : undefined
  return (
    <div class="grid gap-3">
      {problem && <Notice tone="danger">{problem.message}</Notice>}
      <ProgressBar label={`Uploading ${target.fileName}`} value={sentBytes / sizeBytes} />
      <div class="num flex items-center gap-3 text-12 text-fg-2">
        <span>
          {size(sentBytes)} of {size(sizeBytes)}
        </span>
        {isGoing && leftS !== undefined && <span class="text-fg-3">{clock(leftS)} left</span>}
        <span class="flex-1" />
        {isGoing ? (
          <Button size="sm" icon={<Pause />} onClick={upload.cancel}>
            Pause
          </Button>
        ) : (
          <Button size="sm" look="primary" icon={<Play />} onClick={() => beginUpload(target, upload.file)}>
            Go on
          </Button>
        )}
      </div>
    </div>
  )
}

function ChooseAgain({ target }: { target: Import }) {
  const [isOther, setOther] = useState(false)
  const left = missingParts(target.sizeBytes, target.receivedParts)
  const leftBytes = left.reduce((sum, { start, end }) => sum + end - start, 0)
  const goOn = (file: File) => {
    const isSame = file.name === target.fileName && file.size === target.sizeBytes
    setOther(!isSame)
    if (isSame) beginUpload(target, file)
  }
  return (
    <div class="grid gap-3">
      <p class="text-fg-2">
        This upload was interrupted with {size(leftBytes)} to go. Choose{' '}
        <b class="font-medium">{target.fileName}</b> again to go on.
      </p>
      {isOther && (
        <Notice tone="warning">
          That is another file. Choose {target.fileName} with {size(target.sizeBytes)}.
        </Notice>
      )}
      <DropZone
        onFile={goOn}
        title="Drop the same file here"
        accept={target.format === 'archive' ? '.zip,application/zip' : '.xml,.wxr,text/xml,application/xml'}
        hint={target.fileName}
      />
    </div>
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
