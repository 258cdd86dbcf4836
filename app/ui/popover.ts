import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { type Placement, place } from './place.ts'

interface PopoverState {
  isOpen: boolean
  open: () => void
  close: () => void
}

/** A native popover tied to a button: knows when it is open, sits next to it, gives focus back when it closes. */
export function usePopover(
  anchor: RefObject<HTMLElement>,
  popover: RefObject<HTMLElement>,
  placement: Placement,
): PopoverState {
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const element = popover.current
    if (!element) return
    const follow = (event: Event) => {
      const willOpen = event instanceof ToggleEvent && event.newState === 'open'
      setOpen(willOpen)
      if (!willOpen && element.contains(document.activeElement)) anchor.current?.focus()
    }
    element.addEventListener('beforetoggle', follow)
    return () => element.removeEventListener('beforetoggle', follow)
  }, [anchor, popover])

  // The placement of one popover does not change while open.
  useLayoutEffect(() => {
    if (isOpen && anchor.current && popover.current) return place(anchor.current, popover.current, placement)
  }, [isOpen])

  return {
    isOpen,
    open: () => popover.current?.showPopover(),
    close: () => popover.current?.hidePopover(),
  }
}
