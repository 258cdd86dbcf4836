import { useSignal } from '@preact/signals'
import { Layers } from 'lucide-preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type Canvas as CanvasFacts, canvasApi } from '#workers/sites/canvas.contract.ts'
import { type PageDetail, pagesApi } from '#workers/sites/pages.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { useMay } from '../../data/actor.ts'
import { prefetch as load, useResource } from '../../data/resources.ts'
import { Problem } from '../../problem.ts'
import { usePage } from '../../shell/page.ts'
import { Empty, Failed, SkeletonLines } from '../../ui/states.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { DroppedNotice } from '../review/dropped-notice.tsx'
import { type Comparison, PageComparison } from '../review/page-comparison.tsx'
import { TogetherContext, useWorkingTogether } from '../review/together.ts'
import { PublishingRun, usePublishing } from '../sites/publishing.tsx'
import { Canvas, deviceWidths } from './canvas.tsx'
import { listenToClipboard } from './clipboard.ts'
import { DragLayer } from './drag-layer.tsx'
import { Editor } from './editor.ts'
import { Inspector } from './inspector.tsx'
import { listenToKeys } from './keys.ts'
import { Refused } from './refused.tsx'
import { SidePanel, type Tool } from './side-panel.tsx'
import { BuilderBar } from './top-bar.tsx'
import './builder.css'
import './canvas.css'
import '../review/review.css'

export const prefetch = ({ id = '' }: Record<string, string>) => load(pagesApi.get, { params: { id } })

export function Screen() {
  const { params, query } = useRoute()
  const { id = '' } = params
  const { on } = query
  const [page, setPage] = useState<PageDetail | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const websiteId = page?.id === id ? (page.websiteId ?? on) : undefined
  const spoken = page?.language ? { query: { language: page.language } } : {}
  const canvas = useResource(canvasApi.get, websiteId ? { params: { id: websiteId }, ...spoken } : null)
  usePage(
    page?.title,
    canvas.data ? [{ label: canvas.data.site.name, href: `/websites/${websiteId}?tab=pages` }] : [],
  )

  // Read anew each time: what is cached may be older than what this browser sent.
  useEffect(() => {
    setPage(undefined)
    setProblem(undefined)
    call(pagesApi.get, { params: { id } }).then(setPage, (thrown) => setProblem(Problem.of(thrown)))
  }, [id])

  if (page?.id === id && !websiteId) return <NoWebsite />
  if (page?.id === id && canvas.data) {
    return <Builder key={id} page={page} canvas={canvas.data} onPage={setPage} />
  }
  const failed = problem ?? canvas.problem
  return (
    <div class="page">
      {failed ? <Failed problem={failed} onRetry={() => location.reload()} /> : <SkeletonLines lines={8} />}
    </div>
  )
}

/** A section of the agency is looked at on a website; which one, is said by where it was opened. */
function NoWebsite() {
  return (
    <div class="page">
      <Empty icon={<Layers />} title="Open this section from a website">
        It is drawn in the colours and fonts of the website it is opened from.
      </Empty>
    </div>
  )
}

interface BuilderProps {
  page: PageDetail
  canvas: CanvasFacts
  onPage: (page: PageDetail) => void
}

function Builder({ page, canvas, onPage }: BuilderProps) {
  const canEdit = useMay()('sites:write')
  const editor = useMemo(() => new Editor(page, !canEdit), [page.id])
  const frame = useSignal<HTMLIFrameElement | null>(null)
  const comparison = useSignal<Comparison | undefined>(undefined)
  const theme = useSignal(canvas.site.theme)
  const facts = useRef(canvas)
  facts.current = canvas
  const [tool, setTool] = useState<Tool>(canEdit ? 'blocks' : 'comments')
  const [open, setOpen] = useState<'left' | 'right' | undefined>()
  const websiteId = canvas.websiteId
  const website = useResource(websitesApi.get, { params: { id: websiteId } })
  const publishing = usePublishing(websiteId, website.reload)
  const together = useWorkingTogether(editor)
  const { focusedId, items } = together.threads

  const save = async () => {
    try {
      await editor.saving.settled()
      toast('Saved')
    } catch (thrown) {
      toastProblem(thrown, 'Not saved')
    }
  }
  const publish = async () => {
    try {
      await editor.saving.settled()
      publishing.setAsking(true)
    } catch (thrown) {
      toastProblem(thrown, 'Not published, because not everything could be saved')
    }
  }

  // The editor lives as long as the page is open.
  useEffect(() => {
    const stops = canEdit
      ? [listenToKeys(document, editor, save), listenToClipboard(document, editor, () => facts.current)]
      : []
    return () => {
      for (const stop of stops) stop()
      editor.saving.stop()
    }
  }, [editor])

  // A conversation opened on the canvas, or by the link in a mail, opens in the panel.
  useEffect(() => {
    if (!focusedId.value && editor.remarks.value === 0) return
    setTool('comments')
    setOpen('left')
  }, [focusedId.value, editor.remarks.value])
  useEffect(() => {
    const wanted = new URLSearchParams(location.search).get('thread')
    const thread = items.value?.find(({ id }) => id === wanted)
    if (thread) void together.threads.focus(thread)
  }, [items.value !== undefined])

  const toggle = (side: 'left' | 'right') => setOpen((now) => (now === side ? undefined : side))
  return (
    <TogetherContext.Provider value={together}>
      <div class="builder" data-open={open}>
        <BuilderBar
          {...{ editor, page, canvas, publishing }}
          website={website.data}
          onPublish={publish}
          onToggle={toggle}
        />
        <Refused editor={editor} />
        <DroppedNotice editor={editor} />
        <PublishingRun publishing={publishing} />
        <div class="builder-panes" data-read-only={!canEdit || undefined}>
          <SidePanel
            {...{ editor, page, canvas, frame, comparison, theme, tool, onPage }}
            onTool={setTool}
            onDone={() => setOpen(undefined)}
          />
          <Canvas {...{ editor, canvas, page, theme, frame }} onSave={save} />
          {comparison.value && (
            <PageComparison
              canvas={canvas}
              path={page.path ?? '/'}
              device={deviceWidths[editor.device.value]}
              before={comparison.value.before}
              after={comparison.value.after ?? { label: 'As it is now', document: editor.document.value }}
            />
          )}
          {canEdit && (
            <aside class="builder-inspector" aria-label="Properties">
              <Inspector editor={editor} canvas={canvas} />
            </aside>
          )}
        </div>
        <DragLayer />
      </div>
    </TogetherContext.Provider>
  )
}
