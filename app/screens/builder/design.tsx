import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { canvasApi } from '#workers/sites/canvas.contract.ts'
import { type Design as DesignFacts, designApi } from '#workers/sites/design.contract.ts'
import type { Theme } from '#workers/sites/theme.contract.ts'
import { call, urlOf } from '../../api.ts'
import { patch, useResource } from '../../data/resources.ts'
import { UnsavedGuard } from '../../shell/unsaved.tsx'
import { Button } from '../../ui/button.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { ColorFields } from './color-fields.tsx'
import { PaletteChoice } from './palette-choice.tsx'
import { ShapeChoice } from './shape-choice.tsx'
import { TypeChoice } from './type-choice.tsx'

interface DesignProps {
  websiteId: string
  /** What the canvas draws with: a change is seen before it is saved. */
  theme: Signal<Theme>
}

/** Colours, type and shapes of the whole website. */
export function Design({ websiteId, theme }: DesignProps) {
  const design = useResource(designApi.get, { params: { id: websiteId } })
  if (design.data)
    return <Tokens websiteId={websiteId} saved={design.data} theme={theme} reload={design.reload} />
  return design.problem ? (
    <Failed problem={design.problem} onRetry={design.reload} />
  ) : (
    <div class="p-3">
      <SkeletonLines lines={8} />
    </div>
  )
}

interface TokensProps extends DesignProps {
  saved: DesignFacts
  reload: () => Promise<void>
}

function Tokens({ websiteId, saved, theme, reload }: TokensProps) {
  const [isBusy, setBusy] = useState(false)
  const first = useSignal(saved.theme)
  const draft = theme.value
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved.theme)
  const change = (part: Partial<Theme>) => {
    theme.value = { ...draft, ...part }
  }

  // What was not saved is not kept on the canvas either.
  useEffect(() => {
    first.value = saved.theme
  }, [saved])
  useEffect(
    () => () => {
      theme.value = first.peek()
    },
    [],
  )

  const save = async () => {
    setBusy(true)
    try {
      const params = { id: websiteId }
      // Publishing and renaming count versions too: only the look matters here, and the later one wins.
      const { version } = await call(designApi.get, { params })
      const next = await call(designApi.change, { params, body: { theme: draft, version } })
      first.value = next.theme
      patch(urlOf(canvasApi.get, { params }), (canvas: { site: { theme: Theme } }) => ({
        ...canvas,
        site: { ...canvas.site, theme: next.theme },
      }))
      await reload()
      toast('Design saved. Publish to show it.')
    } catch (thrown) {
      toastProblem(thrown, 'The design was not saved')
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="grid gap-4 px-3">
      <UnsavedGuard isDirty={isDirty} />
      <PaletteChoice colors={draft.colors} onChange={(colors) => change({ colors })} />
      <ColorFields colors={draft.colors} onChange={(colors) => change({ colors })} />
      <TypeChoice fonts={draft.fonts} onChange={(fonts) => change({ fonts })} />
      <ShapeChoice theme={draft} onChange={change} />
      <div class="flex justify-end gap-2">
        <Button
          disabled={!isDirty}
          onClick={() => {
            theme.value = saved.theme
          }}
        >
          Discard
        </Button>
        <Button look="primary" isBusy={isBusy} disabled={!isDirty} onClick={save}>
          Save design
        </Button>
      </div>
    </div>
  )
}
