import { useRef } from 'preact/hooks'
import type { Asset } from '#workers/assets/assets.contract.ts'
import { AssetPicture, previewOf } from './asset-picture.tsx'

type Focus = Asset['focus']
const STEP = 5

interface FocusEditorProps {
  asset: Asset
  focus: Focus
  isReadOnly: boolean
  onChange: (focus: Focus) => void
}

/** The spot that stays in sight when a page cuts the picture to a shape: set with the pointer or the arrow keys. */
export function FocusEditor({ asset, focus, isReadOnly, onChange }: FocusEditorProps) {
  const frame = useRef<HTMLDivElement>(null)
  const place = ({ clientX, clientY }: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return
    onChange({ x: percent((clientX - box.left) / box.width), y: percent((clientY - box.top) / box.height) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [x, y] = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    }[event.key] ?? [0, 0]
    if (x === 0 && y === 0) return
    event.preventDefault()
    onChange({ x: percent((focus.x + (x ?? 0)) / 100), y: percent((focus.y + (y ?? 0)) / 100) })
  }

  if (isReadOnly || asset.width === null) {
    return <AssetPicture asset={asset} width={1280} isWhole class="max-h-72 w-full rounded-lg bg-surface-3" />
  }
  return (
    <div>
      <div class="grid place-items-center rounded-lg bg-surface-3">
        <div
          ref={frame}
          class="relative max-w-full cursor-crosshair touch-none"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            place(event)
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) place(event)
          }}
        >
          <img src={previewOf(asset, 1280)} alt="" draggable={false} class="block max-h-72 max-w-full" />
          <button
            type="button"
            aria-label={`Focal point at ${focus.x} percent from the left and ${focus.y} percent from the top. Move it with the arrow keys.`}
            class="absolute h-7 w-7 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-brand/50 shadow-[0_0_0_1px_rgb(0_0_0/.5)]"
            style={{ left: `${focus.x}%`, top: `${focus.y}%` }}
            onKeyDown={onKeyDown}
          />
        </div>
      </div>
      <div class="mt-2 flex items-end gap-2" aria-hidden="true">
        {['aspect-21/9', 'aspect-square', 'aspect-3/4'].map((shape) => (
          <img
            key={shape}
            src={previewOf(asset, 320)}
            alt=""
            class={`h-14 rounded-sm object-cover ${shape}`}
            style={{ objectPosition: `${focus.x}% ${focus.y}%` }}
          />
        ))}
        <span class="text-12 text-fg-3">Click what must stay in sight.</span>
      </div>
    </div>
  )
}

const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100)
