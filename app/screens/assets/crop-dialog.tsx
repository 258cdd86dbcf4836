import { useRef, useState } from 'preact/hooks'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { previewOf } from './asset-picture.tsx'
import { cropPicture } from './crop-picture.ts'
import { addFiles } from './upload-queue.ts'

/** Shares of the picture's width and height. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

const LEAST = 0.05
const STEP = 0.02
const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }
const shapes = [
  { label: 'Whole picture', ratio: undefined },
  { label: 'Square', ratio: 1 },
  { label: '4:3', ratio: 4 / 3 },
  { label: '16:9', ratio: 16 / 9 },
] as const

interface CropDialogProps {
  asset: Asset
  onDone: () => void
  onClose: () => void
}

/** Cuts a picture in the browser; the result becomes its next version, so the whole picture is never lost. */
export function CropDialog({ asset, onDone, onClose }: CropDialogProps) {
  const [crop, setCrop] = useState<Crop>({ x: 0.1, y: 0.1, width: 0.8, height: 0.8 })
  const [isBusy, setBusy] = useState(false)
  const own = (asset.width ?? 1) / (asset.height ?? 1)

  const shapeTo = (ratio: number | undefined) => {
    if (!ratio) return
    // In shares of the picture a square is as wide as the picture is narrow.
    const share = ratio / own
    const [width, height] = share > 1 ? [1, 1 / share] : [share, 1]
    setCrop({ x: (1 - width) / 2, y: (1 - height) / 2, width, height })
  }
  const save = async () => {
    setBusy(true)
    try {
      const file = await cropPicture(asset, crop)
      addFiles([file], { websiteId: asset.websiteId, replacesId: asset.id })
      toast({ title: 'Cropping the picture', body: 'The whole picture stays among its versions.' })
      onDone()
    } catch (thrown) {
      toastProblem(thrown, 'The picture could not be cropped')
      setBusy(false)
    }
  }
  const pixels = `${Math.round(crop.width * (asset.width ?? 0))} × ${Math.round(crop.height * (asset.height ?? 0))} pixels`
  return (
    <Dialog
      title="Crop"
      onClose={onClose}
      width={720}
      foot={
        <>
          <span class="num flex-1 text-12 text-fg-3" aria-live="polite">
            {pixels}
          </span>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" isBusy={isBusy} onClick={save}>
            Crop picture
          </Button>
        </>
      }
    >
      <fieldset class="mb-3 flex flex-wrap gap-1.5" aria-label="Shape">
        {shapes.map(({ label, ratio }) => (
          <Button key={label} size="sm" onClick={() => (ratio ? shapeTo(ratio) : setCrop(whole))}>
            {label}
          </Button>
        ))}
      </fieldset>
      <CropFrame asset={asset} crop={crop} onChange={setCrop} />
    </Dialog>
  )
}

interface CropFrameProps {
  asset: Asset
  crop: Crop
  onChange: (crop: Crop) => void
}

function CropFrame({ asset, crop, onChange }: CropFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const from = useRef<{ x: number; y: number; crop: Crop } | undefined>(undefined)

  const start = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, y: event.clientY, crop }
  }
  const drag = (event: PointerEvent, change: (crop: Crop, x: number, y: number) => Crop) => {
    const box = frame.current?.getBoundingClientRect()
    if (!from.current || !box) return
    const x = (event.clientX - from.current.x) / box.width
    const y = (event.clientY - from.current.y) / box.height
    onChange(change(from.current.crop, x, y))
  }
  const end = () => {
    from.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent, change: (crop: Crop, x: number, y: number) => Crop) => {
    const way = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[
      event.key
    ]
    if (!way) return
    event.preventDefault()
    onChange(change(crop, way[0] ?? 0, way[1] ?? 0))
  }
  const handle = (change: (crop: Crop, x: number, y: number) => Crop) => ({
    onPointerDown: start,
    onPointerMove: (event: PointerEvent) => drag(event, change),
    onPointerUp: end,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, change),
  })
  return (
    <div class="grid place-items-center rounded-lg bg-surface-3">
      <div ref={frame} class="relative max-w-full touch-none overflow-hidden select-none">
        <img src={previewOf(asset, 1280)} alt="" draggable={false} class="block max-h-[52dvh] max-w-full" />
        <button
          type="button"
          aria-label="What stays of the picture. Move it with the arrow keys."
          class="absolute cursor-move border-2 border-white shadow-[0_0_0_9999px_rgb(0_0_0/.55)]"
          style={{
            left: `${crop.x * 100}%`,
            top: `${crop.y * 100}%`,
            width: `${crop.width * 100}%`,
            height: `${crop.height * 100}%`,
          }}
          {...handle(moved)}
        />
        <button
          type="button"
          aria-label="Corner of what stays. Change its size with the arrow keys."
          class="absolute h-6 w-6 -translate-x-1/2 -translate-y-1/2 cursor-nwse-resize rounded-full border-2 border-white bg-brand"
          style={{ left: `${(crop.x + crop.width) * 100}%`, top: `${(crop.y + crop.height) * 100}%` }}
          {...handle(resized)}
        />
      </div>
    </div>
  )
}

const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

export const moved = (crop: Crop, x: number, y: number): Crop => ({
  ...crop,
  x: between(crop.x + x, 0, 1 - crop.width),
  y: between(crop.y + y, 0, 1 - crop.height),
})

export const resized = (crop: Crop, x: number, y: number): Crop => ({
  ...crop,
  width: between(crop.width + x, LEAST, 1 - crop.x),
  height: between(crop.height + y, LEAST, 1 - crop.y),
})
