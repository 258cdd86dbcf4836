import { Images } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { safeSource } from '#sites/blocks/safe-href.ts'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { FILES_PATH } from '#workers/assets/file-address.contract.ts'
import { embedOf } from '#workers/content/embeds.contract.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { OnDemand } from '../../../ui/on-demand.tsx'
import { at, type Question } from './block-tools.ts'
import { RAW_BLOCK } from './document-html.ts'
import { insertAsset } from './insert-asset.ts'
import type { Editor } from './surface.ts'

interface InsertDialogProps {
  question: Question
  editor: Editor
  websiteId: string
  onClose: () => void
}

const loadPicker = () => import('../../assets/asset-picker.tsx').then(({ AssetPicker }) => AssetPicker)

export function InsertDialog(props: InsertDialogProps) {
  const { question, editor, websiteId, onClose } = props
  if (question === 'embed') return <EmbedDialog {...props} />
  if (question === 'picture') return <PictureDialog {...props} />
  // The dialog gives the focus back first.
  const insert = (asset: Asset) => setTimeout(() => insertAsset(editor, asset, editor.state.selection.from))
  return <OnDemand load={loadPicker} props={{ websiteId, onClose, onPick: insert }} onFail={onClose} />
}

/** A form within the post's own form would be one too many; its submitting is heard here and goes no further. */
const heardHere = (submit: () => void) => (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
  submit()
}

function PictureDialog({ editor, websiteId, onClose }: InsertDialogProps) {
  const [src, setSrc] = useState('')
  const [alt, setAlt] = useState('')
  const [caption, setCaption] = useState('')
  const [size, setSize] = useState<{ width?: number; height?: number }>({})
  const [isChoosing, setChoosing] = useState(false)
  const isReady = safeSource(src.trim()) !== undefined
  const insert = () => {
    if (!isReady) return
    onClose()
    const content = caption.trim() ? [{ type: 'text', text: caption.trim() }] : []
    const picture = { src: src.trim(), alt: alt.trim(), ...size }
    // The dialog gives the focus back first.
    setTimeout(() => at(editor).insertContent({ type: 'figure', attrs: { picture }, content }).run())
  }
  const choose = (asset: Asset) => {
    const { width, height } = asset
    setSrc(asset.src)
    setAlt(alt || asset.alt)
    setCaption(caption || asset.caption)
    setSize(width && height ? { width, height } : {})
  }
  return (
    <Dialog
      title="Add picture"
      onClose={onClose}
      onSubmit={heardHere(insert)}
      width={440}
      foot={<Foot isReady={isReady} onClose={onClose} />}
    >
      <div class="grid gap-4">
        {isReady && src.startsWith(FILES_PATH) && (
          <img src={`${src}?width=640`} alt="" class="h-40 w-full rounded-lg bg-surface-3 object-contain" />
        )}
        <Button icon={<Images />} disabled={!websiteId} onClick={() => setChoosing(true)} data-autofocus>
          {src ? 'Choose another picture' : 'Choose or upload a picture'}
        </Button>
        {isChoosing && (
          <OnDemand
            load={loadPicker}
            props={{
              ...{ websiteId, kind: 'image' as const },
              onClose: () => setChoosing(false),
              onPick: choose,
            }}
            onFail={() => setChoosing(false)}
          />
        )}
        <TextField
          name="src"
          label="Address of the picture"
          placeholder="https://"
          autocomplete="off"
          value={src}
          onChange={(next) => {
            setSrc(next)
            setSize({})
          }}
          {...(src.trim() &&
            !isReady && { error: 'A picture needs an address that begins with https:// or /.' })}
        />
        <TextField
          name="alt"
          label="Alternative text"
          hint="Read out to those who cannot see the picture."
          value={alt}
          onChange={setAlt}
        />
        <TextField name="caption" label="Caption" value={caption} onChange={setCaption} />
      </div>
    </Dialog>
  )
}

function EmbedDialog({ editor, onClose }: InsertDialogProps) {
  const [url, setUrl] = useState('')
  const embed = URL.canParse(url.trim()) ? embedOf(url.trim()) : undefined
  const insert = () => {
    if (!embed) return
    onClose()
    const { src, title, size } = embed
    const html = `<iframe src="${src.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="${title}" width="${size[0]}" height="${size[1]}"></iframe>`
    setTimeout(() =>
      at(editor)
        .insertContent({ type: 'rawBlock', attrs: { [RAW_BLOCK]: html } })
        .run(),
    )
  }
  return (
    <Dialog
      title="Add video or embed"
      onClose={onClose}
      onSubmit={heardHere(insert)}
      width={440}
      foot={<Foot isReady={embed !== undefined} onClose={onClose} />}
    >
      <TextField
        name="url"
        label="Address"
        placeholder="https://www.youtube.com/watch?v=…"
        hint={
          embed
            ? `${embed.title}: it loads from there when a visitor opens the post.`
            : 'YouTube, Vimeo, maps, music and more.'
        }
        autocomplete="off"
        data-autofocus
        value={url}
        onChange={setUrl}
        {...(url.trim() &&
          !embed && {
            error: 'Nothing can be shown from this address. Use the address of the video itself.',
          })}
      />
    </Dialog>
  )
}

function Foot({ isReady, onClose }: { isReady: boolean; onClose: () => void }) {
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button type="submit" look="primary" disabled={!isReady}>
        Add
      </Button>
    </>
  )
}
