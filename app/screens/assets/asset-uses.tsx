import { type Asset, assetsApi } from '#workers/assets/assets.contract.ts'
import { useResource } from '../../data/resources.ts'
import { SkeletonLines } from '../../ui/states.tsx'

const kindNames = { page: 'Page', post: 'Post', website: 'Website', menu: 'Menu' }

/** Where a file is shown. */
export function AssetUses({ asset }: { asset: Asset }) {
  const uses = useResource(assetsApi.uses, { params: { id: asset.id } })
  return (
    <section aria-label="Where it is used">
      <h3 class="label">Where it is used</h3>
      {uses.data ? (
        uses.data.items.length === 0 ? (
          <p class="text-fg-3">Nowhere yet.</p>
        ) : (
          <ul class="grid gap-1">
            {uses.data.items.map(({ kind, id, title, detail, href }) => (
              <li key={`${kind} ${id}`}>
                <a class="link" href={href}>
                  {title || 'Untitled'}
                </a>{' '}
                <span class="text-12 text-fg-3">
                  {kindNames[kind]}, {detail}
                </span>
              </li>
            ))}
          </ul>
        )
      ) : (
        <SkeletonLines lines={2} />
      )}
    </section>
  )
}
