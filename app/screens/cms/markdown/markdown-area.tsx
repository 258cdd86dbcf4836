import { Image, Paperclip } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import type { Asset, AssetKind } from '#workers/assets/assets.contract.ts'
import { Button } from '../../../ui/button.tsx'
import { OnDemand } from '../../../ui/on-demand.tsx'
import { toast } from '../../../ui/toasts.tsx'
import { FilesUnderWay, filesOf, useInsertedFiles } from '../writing/inserted-files.tsx'
import { toHtml } from './to-html.ts'
import { toMarkdown } from './to-markdown.ts'

interface MarkdownAreaProps {
  label: string
  html: string
  onChange: (html: string) => void
  websiteId: string
}

const loadPicker = () => import('../../assets/asset-picker.tsx').then(({ AssetPicker }) => AssetPicker)

/** The same text as Markdown. What is typed stays as it was typed; the draft follows as HTML. */
export function MarkdownArea({ label, html, onChange, websiteId }: MarkdownAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(() => toMarkdown(html))
  const now = useRef(text)
  const [choosing, choose] = useState<{ kind?: AssetKind } | undefined>()

  const write = (next: string) => {
    now.current = next
    setText(next)
    onChange(toHtml(next))
  }
  const put = (words: string) => {
    const { selectionStart = now.current.length, selectionEnd = selectionStart } = area.current ?? {}
    write(now.current.slice(0, selectionStart) + words + now.current.slice(selectionEnd))
  }
  // A sign of its own holds the place of a file until it is there.
  const files = useInsertedFiles(websiteId, (key, asset) =>
    write(now.current.replace(placeOf(key), () => (asset ? markdownOf(asset) : ''))),
  )
  const take = (event: Event, data: DataTransfer | null) => {
    const given = filesOf(data)
    if (given.length === 0) return
    event.preventDefault()
    if (!websiteId) toast('Choose the website first: files go into its library.')
    else put(files.add(given).map(placeOf).join('\n\n'))
  }
  return (
    <div class="rounded-md border border-line-strong bg-surface focus-within:border-brand">
      <div class="flex gap-1 border-b border-line-subtle p-1">
        {(['image', undefined] as const).map((kind) => (
          <Button
            key={kind ?? 'file'}
            size="sm"
            look="ghost"
            icon={kind ? <Image /> : <Paperclip />}
            disabled={!websiteId}
            onClick={() => choose(kind ? { kind } : {})}
          >
            {kind ? 'Picture' : 'File'}
          </Button>
        ))}
      </div>
      <FilesUnderWay items={files.items} leave={files.leave} />
      <textarea
        ref={area}
        class="code block field-sizing-content min-h-[60dvh] w-full bg-transparent p-3 outline-none"
        aria-label={label}
        spellcheck
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
      />
      {choosing && (
        <OnDemand
          load={loadPicker}
          props={{
            ...{ websiteId, ...choosing, onClose: () => choose(undefined) },
            onPick: (asset: Asset) => put(markdownOf(asset)),
          }}
          onFail={() => choose(undefined)}
        />
      )}
    </div>
  )
}

const placeOf = (key: string): string => `![Uploading ${key}…]()`

const markdownOf = ({ kind, src, alt, title, fileName }: Asset): string => {
  const name = (kind === 'image' ? alt : title || fileName).replaceAll(/[[\]\\]/g, '\\$&')
  return `${kind === 'image' ? '!' : ''}[${name}](${src})`
}
