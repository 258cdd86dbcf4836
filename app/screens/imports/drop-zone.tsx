import { FileUp } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { MAX_IMPORT_BYTES } from '#workers/imports/imports.contract.ts'
import { cx } from '../../ui/class-names.ts'
import { size } from '../../ui/numbers.ts'

interface DropZoneProps {
  onFile: (file: File) => void
  isBusy?: boolean
  title?: string
  /** Which files the browser offers, and what is said of them. */
  accept?: string
  hint?: string
}

/** Takes a file by dropping it or by choosing it. */
export function DropZone({
  onFile,
  isBusy = false,
  title = 'Drop the export file here',
  accept = '.xml,.wxr,text/xml,application/xml',
  hint = `The .xml file WordPress made, up to ${size(MAX_IMPORT_BYTES)}`,
}: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file && !isBusy) onFile(file)
  }
  return (
    <label
      class={cx(
        'grid cursor-pointer place-items-center rounded-xl border-2 border-dashed px-6 py-12 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--ring)',
        isOver ? 'border-brand bg-brand-subtle' : 'border-line-strong bg-surface hover:bg-surface-2',
        isBusy && 'pointer-events-none opacity-60',
      )}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <input
        type="file"
        accept={accept}
        class="sr"
        disabled={isBusy}
        onChange={(event) => {
          take(event.currentTarget.files)
          // So that the same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <span class="mb-3 grid h-11 w-11 place-items-center rounded-xl bg-brand-subtle text-brand-fg">
        {isBusy ? <span class="spinner" /> : <FileUp size={20} strokeWidth={1.75} />}
      </span>
      <b class="text-14 font-semibold">{title}</b>
      <span class="text-fg-2">
        or <span class="link">choose it from your computer</span>
      </span>
      <span class="mt-2 text-12 text-fg-3">{hint}</span>
    </label>
  )
}
