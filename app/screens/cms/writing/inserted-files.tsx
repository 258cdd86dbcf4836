import { X } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { IconButton } from '../../../ui/button.tsx'
import { ProgressBar } from '../../../ui/states.tsx'
import { toastProblem } from '../../../ui/toasts.tsx'
import { addFiles, putAway, type QueuedFile, queue } from '../../assets/upload-queue.ts'

interface InsertedFiles {
  /** Uploads files; answers the keys they are told of by. */
  add: (files: Iterable<File>) => string[]
  /** Those that are still on their way, or could not be taken. */
  items: readonly QueuedFile[]
  leave: (key: string) => void
}

/** Files that go into a text as soon as they are in the library; what the library has already is taken from there. */
export function useInsertedFiles(
  websiteId: string,
  insert: (key: string, asset: Asset | undefined) => void,
): InsertedFiles {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(insert)
  latest.current = insert
  const items = queue.value.filter(({ key }) => keys.has(key))

  const leave = (key: string) => {
    setKeys((now) => new Set([...now].filter((each) => each !== key)))
    putAway(key).catch((thrown) => toastProblem(thrown, 'The upload could not be put away'))
  }
  useEffect(() => {
    for (const { key, asset, state } of items) {
      if (!asset || (state !== 'ready' && state !== 'twin')) continue
      latest.current(key, asset)
      leave(key)
    }
  }, [items])
  return {
    items,
    add: (files) => {
      const fresh = addFiles(files, { websiteId })
      setKeys((now) => new Set([...now, ...fresh]))
      return fresh
    },
    leave: (key) => {
      latest.current(key, undefined)
      leave(key)
    },
  }
}

/** How far the files are that a text is waiting for. */
export function FilesUnderWay({ items, leave }: Pick<InsertedFiles, 'items' | 'leave'>) {
  if (items.length === 0) return null
  return (
    <ul class="divide-y divide-line-subtle border-b border-line-subtle bg-surface-2" aria-label="Uploads">
      {items.map(({ key, fileName, sentBytes, sizeBytes, problem, state }) => (
        <li key={key} class="flex items-center gap-3 px-3 py-1.5">
          <span class="max-w-48 truncate text-12">{fileName}</span>
          {problem ? (
            <span class="min-w-0 flex-1 text-12 text-danger-fg" role="alert">
              {problem}
            </span>
          ) : (
            <span class="min-w-0 flex-1">
              <ProgressBar
                label={`Uploading ${fileName}`}
                value={state === 'checking' ? 1 : sentBytes / Math.max(1, sizeBytes)}
              />
            </span>
          )}
          <IconButton label={`Leave out ${fileName}`} onClick={() => leave(key)}>
            <X />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}

/** Files that were pasted or dropped, if there are any; text that comes with a picture of itself is text. */
export function filesOf(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])]
  const isText = data?.types.includes('text/html') || data?.types.includes('text/plain')
  return isText && files.every(({ type }) => type === 'image/png') && files.length === 1 ? [] : files
}
