import { preload } from './screens.ts'

const HOVER_MS = 60

/** Loads the code and the data of a screen when someone points at a link to it or focuses it. */
export function preloadOnHover(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const onPoint = ({ target }: Event) => {
    clearTimeout(timer)
    const link = target instanceof Element ? target.closest('a') : null
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return
    timer = setTimeout(() => preload(link.pathname, true), HOVER_MS)
  }
  document.addEventListener('pointerover', onPoint, { passive: true })
  document.addEventListener('focusin', onPoint)
}
