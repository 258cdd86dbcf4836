export interface Placement {
  side?: 'bottom' | 'top'
  align?: 'start' | 'end'
  /** Gives the popover the width of its anchor. */
  matchWidth?: boolean
}

const GAP = 4
const MARGIN = 8

/** Keeps an open popover next to its anchor, flipped and shifted to stay in view, until the returned function is called. */
export function place(anchor: Element, popover: HTMLElement, placement: Placement = {}): () => void {
  const run = () => put(anchor, popover, placement)
  run()
  const resized = new ResizeObserver(run)
  resized.observe(popover)
  addEventListener('scroll', run, true)
  addEventListener('resize', run)
  return () => {
    resized.disconnect()
    removeEventListener('scroll', run, true)
    removeEventListener('resize', run)
  }
}

function put(
  anchor: Element,
  popover: HTMLElement,
  { side = 'bottom', align = 'start', matchWidth = false }: Placement,
): void {
  const box = anchor.getBoundingClientRect()
  if (matchWidth) popover.style.width = `${box.width}px`
  popover.style.maxHeight = ''
  const { offsetWidth: width, offsetHeight: height } = popover
  const below = innerHeight - box.bottom - GAP - MARGIN
  const above = box.top - GAP - MARGIN
  const goesUp = side === 'top' ? above >= height || above > below : below < height && above > below
  const room = goesUp ? above : below
  if (height > room) popover.style.maxHeight = `${room}px`

  const left = align === 'end' ? box.right - width : box.left
  const top = goesUp ? box.top - GAP - Math.min(height, room) : box.bottom + GAP
  const mostLeft = document.documentElement.clientWidth - width - MARGIN
  popover.style.left = `${Math.round(Math.max(MARGIN, Math.min(left, mostLeft)))}px`
  popover.style.top = `${Math.round(Math.max(MARGIN, top))}px`
}
