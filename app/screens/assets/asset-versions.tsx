import { type Asset, assetsApi } from '#workers/assets/assets.contract.ts'
import { call } from '../../api.ts'
import { useResource } from '../../data/resources.ts'
import { Button } from '../../ui/button.tsx'
import { size } from '../../ui/numbers.ts'
import { Ago } from '../../ui/time.tsx'
import { toast, toastProblem } from '../../ui/toasts.tsx'
import { refreshAssets } from './asset-changes.ts'

/** What a file has been, as soon as it has been more than one thing. */
export function AssetVersions({ asset, canWrite }: { asset: Asset; canWrite: boolean }) {
  const { data } = useResource(assetsApi.versions, { params: { id: asset.id } })
  if (!data || data.items.length < 2) return null
  const restore = async (versionId: string) => {
    try {
      await call(assetsApi.restoreVersion, { params: { id: asset.id, versionId } })
      refreshAssets(asset.websiteId)
      toast({ title: 'The file is what it was', body: 'Visitors see it with the next publication.' })
    } catch (thrown) {
      toastProblem(thrown, 'The version was not restored')
    }
  }
  return (
    <section aria-label="Versions">
      <h3 class="label">Versions</h3>
      <ul class="grid gap-1.5">
        {data.items.map(({ id, sizeBytes, width, height, isCurrent, createdAt, createdBy }) => (
          <li key={id} class="num flex min-h-7 items-center gap-2">
            <span class="flex-1 text-fg-2">
              <Ago at={createdAt} /> · {createdBy || 'Import'} · {width ? `${width} × ${height} · ` : ''}
              {size(sizeBytes)}
            </span>
            {isCurrent ? (
              <span class="text-12 text-fg-3">Current</span>
            ) : (
              canWrite && (
                <Button size="sm" look="ghost" onClick={() => restore(id)}>
                  Restore
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
