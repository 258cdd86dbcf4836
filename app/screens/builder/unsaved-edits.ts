import type { PagePatch } from '#workers/sites/page-patches.contract.ts'

const keyOf = (pageId: string) => `dde.unsaved.${pageId}`

/** Patches the server has not acknowledged yet; kept where a closed tab or a dead battery cannot take them. */
export function keepUnsaved(pageId: string, patches: readonly PagePatch[]): void {
  try {
    localStorage.setItem(keyOf(pageId), JSON.stringify(patches))
  } catch {
    // Storage may be full or forbidden: the patches are still in memory and on their way.
  }
}

export function readUnsaved(pageId: string): PagePatch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(pageId)) ?? '[]')
    // safe: only this module writes under this key, and patches that do not fit are left out when they are applied
    return Array.isArray(kept) ? (kept as PagePatch[]) : []
  } catch {
    return []
  }
}

export const forgetUnsaved = (pageId: string): void => {
  try {
    localStorage.removeItem(keyOf(pageId))
  } catch {
    // Nothing was kept where nothing can be.
  }
}
