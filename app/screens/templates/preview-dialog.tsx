import { Monitor, Smartphone, Tablet } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import type { TemplatePreview } from '#workers/sites/templates.contract.ts'
import type { Resource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TemplateFrame } from '../tenancy/template-frame.tsx'

const widths = { desktop: 1280, tablet: 768, phone: 390 }
type Device = keyof typeof widths
const devices: { value: Device; label: preact.JSX.Element; title: string }[] = [
  { value: 'desktop', label: <Monitor size={15} />, title: 'Computer' },
  { value: 'tablet', label: <Tablet size={15} />, title: 'Tablet' },
  { value: 'phone', label: <Smartphone size={15} />, title: 'Phone' },
]

interface PreviewDialogProps {
  preview: Resource<TemplatePreview>
  /** What leads back. */
  backLabel: string
  onClose: () => void
  /** Left out where there is nothing to choose it for. */
  onChoose?: () => void
}

/** Every page of a template, on three kinds of screens. */
export function PreviewDialog({ preview, backLabel, onClose, onChoose }: PreviewDialogProps) {
  const { data, problem, reload } = preview
  const [path, setPath] = useState('/')
  const [device, setDevice] = useState<Device>(() => (innerWidth < 640 ? 'phone' : 'desktop'))
  useEffect(() => setPath('/'), [data?.id])
  const page = data?.pages.find((each) => each.path === path) ?? data?.pages[0]

  return (
    <Dialog
      title={data ? `${data.name}, page by page` : 'Preview'}
      width={1180}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{backLabel}</Button>
          {onChoose && (
            <Button look="primary" onClick={onChoose}>
              Use this template
            </Button>
          )}
        </>
      }
    >
      <div class="mb-3 flex flex-wrap items-center gap-2">
        <select
          class="input w-auto! min-w-44 flex-1 sm:flex-none"
          aria-label="Page"
          value={page?.path}
          onChange={(event) => setPath(event.currentTarget.value)}
        >
          {data?.pages.map((each) => (
            <option key={each.path} value={each.path}>
              {each.title}
            </option>
          ))}
        </select>
        <Segmented label="Screen" value={device} options={devices} onChange={setDevice} />
      </div>
      {problem && !data && <Failed problem={problem} onRetry={reload} />}
      {!problem && !data && <Skeleton height={480} class="rounded-lg!" />}
      {data && page && (
        <TemplateFrame canvas={data.canvas} page={page} width={widths[device]} onOpen={setPath} />
      )}
    </Dialog>
  )
}
