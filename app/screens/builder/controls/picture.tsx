import { ImageOff, Images } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { safeSource } from '#sites/blocks/safe-href.ts'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { FILES_PATH } from '#workers/assets/file-address.contract.ts'
import type { JsonValue } from '#workers/sites/page-document.contract.ts'
import { useMay } from '../../../data/actor.ts'
import { useSettled } from '../../../data/query.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, TextField } from '../../../ui/field.tsx'
import { OnDemand } from '../../../ui/on-demand.tsx'
import { type ControlProps, textOf } from './control.ts'
import { Group } from './group.tsx'

/** An address is tried once it has been still for so long. */
const PREVIEW_MS = 400

const loadPicker = () => import('../../assets/asset-picker.tsx').then(({ AssetPicker }) => AssetPicker)

interface Picture {
  src: string
  alt: string
  width?: number
  height?: number
}

export function PictureControl({ hints, value, path, write, around }: ControlProps) {
  const picture = pictureOf(value)
  const [hasChanged, setChanged] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const may = useMay()
  const name = path.join('.')
  const source = useSettled(sourceOf(picture.src, around.canvas.origin), PREVIEW_MS)
  const isUnsafe = picture.src.trim() !== '' && !safeSource(picture.src)

  const change = (next: Picture) => write(path, { ...next } satisfies Record<string, JsonValue>)
  // The page keeps the room of a picture free while it loads, when it knows its size.
  const measure = ({ naturalWidth: width, naturalHeight: height }: HTMLImageElement) => {
    if (!hasChanged || width === 0) return
    setChanged(false)
    change({ ...picture, width, height })
  }
  return (
    <Group label={hints.label}>
      {source && <Preview key={source} source={source} onLoad={measure} />}
      {may('content:read') && (
        <Button size="sm" icon={<Images />} class="mb-3 w-full" onClick={() => setChoosing(true)}>
          {picture.src ? 'Choose another picture' : 'Choose or upload a picture'}
        </Button>
      )}
      {isChoosing && (
        <OnDemand
          load={loadPicker}
          props={{
            ...{
              websiteId: around.canvas.websiteId,
              kind: 'image' as const,
              onClose: () => setChoosing(false),
            },
            onPick: (asset: Asset) => change(chosenPicture(asset, picture.alt)),
          }}
          onFail={() => setChoosing(false)}
        />
      )}
      <TextField
        name={`${name}.src`}
        label="Address of the picture"
        placeholder="https://"
        autocomplete="off"
        spellcheck={false}
        value={picture.src}
        {...(isUnsafe && { error: 'A picture needs an address that begins with https:// or /.' })}
        onChange={(src) => {
          setChanged(true)
          change({ src, alt: picture.alt })
        }}
      />
      <Field
        label="Alternative text"
        hint={
          picture.src && !picture.alt.trim() ? (
            <span class="text-warning-fg">
              Missing. Say what the picture shows for those who cannot see it.
            </span>
          ) : (
            'Read out to those who cannot see the picture.'
          )
        }
      >
        {(control) => (
          <textarea
            {...control}
            name={`${name}.alt`}
            rows={2}
            class="input block field-sizing-content max-h-40 min-h-13"
            value={picture.alt}
            onInput={(event) => change({ ...picture, alt: event.currentTarget.value })}
          />
        )}
      </Field>
    </Group>
  )
}

/** A file of the library as a picture of the page; what was written about it here stays. */
const chosenPicture = ({ src, alt, width, height }: Asset, altHere: string): Picture => ({
  ...{ src, alt: altHere || alt },
  ...(width && height && { width, height }),
})

function Preview({ source, onLoad }: { source: string; onLoad: (image: HTMLImageElement) => void }) {
  const [hasFailed, setFailed] = useState(false)
  return (
    <div class="grid h-32 place-items-center overflow-hidden rounded-sm bg-surface-3">
      {hasFailed ? (
        <div class="grid justify-items-center gap-1 text-12 text-fg-3" role="status">
          <ImageOff size={18} strokeWidth={1.75} />
          No picture at this address
        </div>
      ) : (
        <img
          src={source}
          alt=""
          class="h-32 w-full object-contain"
          onLoad={(event) => onLoad(event.currentTarget)}
          onError={() => setFailed(true)}
        />
      )}
    </div>
  )
}

function pictureOf(value: unknown): Picture {
  const { src, alt, width, height } = (value ?? {}) as Partial<Record<keyof Picture, unknown>>
  return {
    ...{ src: textOf(src), alt: textOf(alt) },
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
  }
}

/** Where the preview finds a picture; addresses of the site itself lead to where the site is. */
function sourceOf(src: string, origin: string): string | undefined {
  const safe = safeSource(src)
  // The dashboard shows files of the library itself, whether or not they are published.
  if (safe?.startsWith(FILES_PATH)) return `${safe}?width=640`
  if (!safe || !URL.canParse(safe, origin || undefined)) return undefined
  return new URL(safe, origin || undefined).href
}
