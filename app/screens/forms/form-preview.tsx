import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { canvasStyle } from '#sites/canvas/canvas-style.ts'
import { FormCanvas } from '#sites/canvas/form-canvas.tsx'
import type { FormDefinition } from '#workers/forms/published-form.contract.ts'
import { canvasApi } from '#workers/sites/canvas.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Card } from '../../ui/card.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'

interface FormPreviewProps {
  websiteId: string
  form: FormDefinition
}

const widths = { desktop: 760, phone: 390 }
const EMPTY_PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>'

/** The form as visitors meet it: drawn by the website's own block, with what depends on answers at work. */
export function FormPreview({ websiteId, form }: FormPreviewProps) {
  const canvas = useResource(canvasApi.get, { params: { id: websiteId }, query: {} })
  const [device, setDevice] = useState<'desktop' | 'phone'>('desktop')
  const [page, setPage] = useState<Document | undefined>()
  const [height, setHeight] = useState(420)
  const area = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  const { data } = canvas

  useEffect(() => {
    if (!area.current) return
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.observe(area.current)
    return () => observer.disconnect()
  }, [data !== undefined])

  useEffect(() => {
    if (!page || !data) return
    const { header: _header, footer: _footer, ...site } = data.site
    page.documentElement.lang = site.locale
    const style = page.querySelector('style') ?? page.head.appendChild(page.createElement('style'))
    style.textContent = canvasStyle({ theme: site.theme })
    render(<FormCanvas form={form} site={site} />, page.body)
    setHeight(Math.min(Math.max(page.body.scrollHeight, 200), 1600))
  }, [page, data, form, device])

  const start = ({ contentDocument }: HTMLIFrameElement) => {
    if (!contentDocument) return
    contentDocument.addEventListener('submit', (event) => event.preventDefault())
    const measure = () => setHeight(Math.min(Math.max(contentDocument.body.scrollHeight, 200), 1600))
    contentDocument.addEventListener('change', () => requestAnimationFrame(measure))
    setPage(contentDocument)
  }
  const scale = room > 0 ? Math.min(1, room / widths[device]) : 1
  const devices = [
    { value: 'desktop' as const, label: 'Desktop' },
    { value: 'phone' as const, label: 'Phone' },
  ]
  return (
    <Card
      title="Preview"
      actions={<Segmented label="Width" value={device} options={devices} onChange={setDevice} />}
    >
      {data ? (
        <div ref={area} class="overflow-hidden" style={{ height: `${height * scale}px` }}>
          <iframe
            title="The form as visitors see it"
            srcdoc={EMPTY_PAGE}
            class="mx-auto block origin-top-left rounded-md border border-line"
            style={{
              width: `${widths[device]}px`,
              height: `${height}px`,
              transform: scale < 1 ? `scale(${scale})` : undefined,
            }}
            onLoad={(event) => start(event.currentTarget)}
          />
        </div>
      ) : canvas.problem ? (
        <Failed problem={canvas.problem} onRetry={canvas.reload} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Card>
  )
}
