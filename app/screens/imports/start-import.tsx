import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { importsApi } from '#workers/imports/imports.contract.ts'
import { websitesApi } from '#workers/sites/websites.contract.ts'
import { call } from '../../api.ts'
import { invalidate, useResource } from '../../data/resources.ts'
import { Problem } from '../../problem.ts'
import { usePage } from '../../shell/page.ts'
import { Notice } from '../../ui/notice.tsx'
import { DropZone } from './drop-zone.tsx'
import { beginUpload } from './upload-store.ts'

const steps = [
  'In WordPress, open Tools → Export, choose “All content” and download the file.',
  'Drop the file here. A broken connection does no harm: the upload goes on where it stopped.',
  'We bring everything over and show you what became of every single item.',
]

/** The first step of moving a WordPress site: choosing the export file. */
export function Screen() {
  const { route } = useLocation()
  const websiteId = useRoute().params.id ?? ''
  const website = useResource(websitesApi.get, { params: { id: websiteId } })
  const [problem, setProblem] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  usePage(
    'Import from WordPress',
    website.data ? [{ label: website.data.name, href: `/websites/${websiteId}` }] : [],
  )

  const start = async (file: File) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const created = await call(importsApi.create, {
        params: { websiteId },
        body: { fileName: file.name, sizeBytes: file.size },
        idempotencyKey: crypto.randomUUID(),
      })
      invalidate(`/websites/${websiteId}/imports`)
      beginUpload(created, file)
      route(`/imports/${created.id}`)
    } catch (thrown) {
      setProblem(Problem.of(thrown).message.replace(/^\w+: /, ''))
      setBusy(false)
    }
  }

  return (
    <div class="page page-narrow">
      <h1 class="text-20 font-semibold">Import from WordPress</h1>
      <p class="mb-4 text-fg-2">
        Into <b class="font-medium text-fg">{website.data?.name ?? '…'}</b>. Nothing goes live until you
        publish.
      </p>
      {problem && (
        <div class="mb-4">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <DropZone onFile={start} isBusy={isBusy} />
      <ol class="mt-6 grid gap-3">
        {steps.map((step, index) => (
          <li key={step} class="flex gap-3">
            <span class="num grid h-6 w-6 flex-none place-items-center rounded-full bg-surface-3 text-12 font-semibold text-fg-2">
              {index + 1}
            </span>
            <span class="pt-0.5 text-fg-2">{step}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
