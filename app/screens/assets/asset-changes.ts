import { type Asset, assetsApi } from '#workers/assets/assets.contract.ts'
import { call } from '../../api.ts'
import { invalidate } from '../../data/resources.ts'
import { counted } from '../../ui/numbers.ts'
import { toast, toastProblem } from '../../ui/toasts.tsx'

/** After a change of files, whatever shows them is read anew. */
export function refreshAssets(websiteId: string): void {
  invalidate(
    `/websites/${websiteId}/assets`,
    `/websites/${websiteId}/assets-summary`,
    `/websites/${websiteId}/asset-folders`,
    '/assets',
    '/websites',
  )
}

interface Change {
  folderId?: string | null
  addTags?: string[]
  removeTags?: string[]
  isRemoved?: boolean
}

export async function changeAssets(websiteId: string, ids: string[], change: Change): Promise<void> {
  await call(assetsApi.updateMany, { params: { id: websiteId }, body: { ids, ...change } })
  refreshAssets(websiteId)
}

/** Files that were changed, each as it was before. */
export async function moveAssets(
  assets: readonly Asset[],
  folderId: string | null,
  where: string,
): Promise<void> {
  const [first] = assets
  if (!first) return
  const { websiteId } = first
  const folders = new Set(assets.map((asset) => asset.folderId))
  await changeAssets(websiteId, idsOf(assets), { folderId })
  const undo = async () => {
    for (const from of folders) {
      const these = assets.filter((asset) => asset.folderId === from)
      await changeAssets(websiteId, idsOf(these), { folderId: from })
    }
  }
  announce(`${counted(assets.length, 'file')} moved to ${where}`, undo)
}

export async function tagAssets(assets: readonly Asset[], add: string[], remove: string[]): Promise<void> {
  const [first] = assets
  if (!first) return
  const { websiteId } = first
  await changeAssets(websiteId, idsOf(assets), { addTags: add, removeTags: remove })
  const undo = async () => {
    for (const tag of add) {
      const had = assets.filter(({ tags }) => !tags.includes(tag))
      if (had.length > 0) await changeAssets(websiteId, idsOf(had), { removeTags: [tag] })
    }
    for (const tag of remove) {
      const had = assets.filter(({ tags }) => tags.includes(tag))
      if (had.length > 0) await changeAssets(websiteId, idsOf(had), { addTags: [tag] })
    }
  }
  announce(`${counted(assets.length, 'file')} tagged`, undo)
}

export async function removeAssets(assets: readonly Asset[]): Promise<void> {
  const [first] = assets
  if (!first) return
  const ids = idsOf(assets)
  await changeAssets(first.websiteId, ids, { isRemoved: true })
  const shown = assets.filter(({ isPublished }) => isPublished).length
  announce(
    `${counted(assets.length, 'file')} in the trash`,
    () => changeAssets(first.websiteId, ids, { isRemoved: false }),
    shown > 0 ? 'Pages that show them lose them with the next publication.' : undefined,
  )
}

export async function restoreAssets(assets: readonly Asset[]): Promise<void> {
  const [first] = assets
  if (!first) return
  await changeAssets(first.websiteId, idsOf(assets), { isRemoved: false })
  toast(`${counted(assets.length, 'file')} restored`)
}

export async function purgeAssets(assets: readonly Asset[]): Promise<void> {
  for (const { id } of assets) await call(assetsApi.purge, { params: { id } })
  if (assets[0]) refreshAssets(assets[0].websiteId)
}

const idsOf = (assets: readonly Asset[]): string[] => assets.map(({ id }) => id)

function announce(title: string, undo: () => Promise<void>, body?: string): void {
  const run = () => {
    undo().catch((thrown) => toastProblem(thrown, 'That could not be undone'))
  }
  toast({ title, ...(body && { body }), action: { label: 'Undo', run } })
}
