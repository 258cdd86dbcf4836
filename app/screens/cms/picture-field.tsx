import { Images, Trash2 } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { safeSource } from '#sites/blocks/safe-href.ts'
import { type Asset, assetsApi } from '#workers/assets/assets.contract.ts'
import { FILES_PATH } from '#workers/assets/file-address.contract.ts'
import type { Cover } from '#workers/cms/posts.contract.ts'
import { call } from '../../api.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { OnDemand } from '../../ui/on-demand.tsx'
import { toastProblem } from '../../ui/toasts.tsx'
import { FocusEditor } from '../assets/focus-editor.tsx'

const loadPicker = () => import('../assets/asset-picker.tsx').then(({ AssetPicker }) => AssetPicker)

interface PictureFieldProps {
  /** What the fields of the picture are called in the form: `cover` has `cover.alt`. */
  name: string
  label: string
  /** Files are chosen from its library; without one there is none to choose from. */
  websiteId: string
  value: Cover | null
  onChange: (value: Cover | null) => void
  errorAt: (field: string) => { error?: string }
  isReadOnly?: boolean
  /** Left out where nobody could read it. */
  hasAlt?: boolean
}

/** One picture of the website's library, with what it shows in words and the spot that stays in sight. */
export function PictureField(props: PictureFieldProps) {
  const { name, label, websiteId, value, onChange, errorAt, isReadOnly = false } = props
  const { hasAlt = true } = props
  const [isChoosing, setChoosing] = useState(false)
  const { error } = errorAt(`${name}.src`)
  return (
    <fieldset class="grid min-w-0 grid-cols-1 gap-3">
      <legend class="sr">{label}</legend>
      {value && <PictureShown value={value} isReadOnly={isReadOnly} />}
      {!isReadOnly && (
        <div class="flex gap-2">
          <Button
            size="sm"
            class="flex-1"
            icon={<Images />}
            disabled={!websiteId}
            onClick={() => setChoosing(true)}
          >
            {value ? 'Choose another' : 'Choose or upload'}
          </Button>
          {value && (
            <IconButton
              look="danger-ghost"
              label={`Remove the ${label.toLowerCase()}`}
              onClick={() => onChange(null)}
            >
              <Trash2 />
            </IconButton>
          )}
        </div>
      )}
      {error && (
        <p class="text-12 text-danger-fg" role="alert">
          {error}
        </p>
      )}
      {value && hasAlt && (
        <TextField
          name={`${name}.alt`}
          label="What it shows"
          disabled={isReadOnly}
          hint={
            value.alt.trim() ? (
              'Read out to those who cannot see the picture.'
            ) : (
              <span class="text-warning-fg">
                Missing. Say what the picture shows for those who cannot see it.
              </span>
            )
          }
          value={value.alt}
          onChange={(alt) => onChange({ ...value, alt })}
          {...errorAt(`${name}.alt`)}
        />
      )}
      {isChoosing && (
        <OnDemand
          load={loadPicker}
          props={{
            ...{ websiteId, kind: 'image' as const, onClose: () => setChoosing(false) },
            onPick: (asset: Asset) => onChange(pictureOf(asset, value?.alt ?? '')),
          }}
          onFail={() => setChoosing(false)}
        />
      )}
    </fieldset>
  )
}

/** A file of the library as a picture; what was written about it here stays. */
export const pictureOf = ({ src, alt, width, height }: Asset, altHere: string): Cover => ({
  ...{ src, alt: altHere || alt },
  ...(width && height && { width, height }),
})

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/i

/** A spot that has been still for so long is kept. */
const SETTLE_MS = 600

/** A file of the library can be given its focal point here; any other picture is only shown. */
function PictureShown({ value, isReadOnly }: { value: Cover; isReadOnly: boolean }) {
  const id = value.src.startsWith(FILES_PATH) ? ID.exec(value.src)?.[0] : undefined
  const asset = useResource(assetsApi.get, id ? { params: { id } } : null)
  const [focus, setFocus] = useState<Asset['focus'] | undefined>()

  useEffect(() => {
    if (!focus || !asset.data) return
    const { id, version } = asset.data
    const timer = setTimeout(async () => {
      try {
        const saved = await call(assetsApi.update, { params: { id }, body: { focus, version } })
        asset.patch(() => saved)
        invalidate(`/websites/${saved.websiteId}/assets`)
      } catch (thrown) {
        toastProblem(thrown, 'The focal point was not kept')
      }
      setFocus(undefined)
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [focus])

  if (asset.data) {
    const shown = focus ?? asset.data.focus
    return <FocusEditor asset={asset.data} focus={shown} isReadOnly={isReadOnly} onChange={setFocus} />
  }
  const source = safeSource(value.src)
  return source && !id ? (
    <img src={source} alt="" class="max-h-56 w-full rounded-lg bg-surface-3 object-contain" />
  ) : (
    <div class="h-40 rounded-lg bg-surface-3" />
  )
}
