import { canvasApi } from '#workers/sites/canvas.contract.ts'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { snapshotsApi } from '#workers/sites/snapshots.contract.ts'
import { useResource } from '../../data/resources.ts'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { PageComparison } from '../review/page-comparison.tsx'
import '../review/review.css'
import '../builder/builder.css'

interface VersionsProps {
  websiteId: string
  path: string
  pair: { from?: string; to?: string }
}

const EMPTY: PageDocument = { version: 1, root: [], nodes: {} }
const PHONE_PX = 640

/** One page as two versions of its website have it. */
export function PageVersions({ websiteId, path, pair }: VersionsProps) {
  const params = { id: websiteId }
  const canvas = useResource(canvasApi.get, { params, query: {} })
  const page = useResource(snapshotsApi.comparePage, { params, query: { path, ...pair } })
  const problem = canvas.problem ?? page.problem
  if (!canvas.data || !page.data) {
    return problem ? (
      <Failed
        problem={problem}
        onRetry={() => Promise.all([canvas.reload(), page.reload()]).then(() => undefined)}
      />
    ) : (
      <SkeletonLines lines={10} />
    )
  }
  const { before, after } = page.data
  const isAlone = before === null || after === null || innerWidth < PHONE_PX
  return (
    <div class="flex h-[68vh]">
      <PageComparison
        canvas={canvas.data}
        path={path}
        before={{ label: 'Before', document: before ?? EMPTY }}
        after={{ label: 'After', document: after ?? EMPTY }}
        initialView={isAlone && after !== null ? 'after' : 'beside'}
      />
    </div>
  )
}
