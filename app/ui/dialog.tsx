import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { IconButton } from './button.tsx'
import { cx } from './class-names.ts'

interface LayerProps {
  onClose: () => void
  label?: string
  labelledBy?: string
  class: string
  widthVariable: string
  width: number
  children: ComponentChildren
}

/**
 * A native modal dialog that is open for as long as it is drawn: the platform gives the top layer, the inert page and
 * Esc; focus goes to `data-autofocus` and back to where it came from.
 */
export function Layer({
  onClose,
  label,
  labelledBy,
  class: look,
  widthVariable,
  width,
  children,
}: LayerProps) {
  const ref = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const cameFrom = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => {
      dialog.close()
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus()
    }
  }, [])

  return (
    <dialog
      ref={ref}
      class={look}
      style={{ [widthVariable]: `${width}px` }}
      {...(label && { 'aria-label': label })}
      {...(labelledBy && { 'aria-labelledby': labelledBy })}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && isOutside(event, event.currentTarget)) onClose()
      }}
    >
      {children}
    </dialog>
  )
}

interface DialogProps {
  title: ComponentChildren
  onClose: () => void
  children: ComponentChildren
  foot?: ComponentChildren
  width?: number
  /** Makes the whole dialog a form. */
  onSubmit?: (event: Event) => void
}

export function Dialog({ title, onClose, children, foot, width = 480, onSubmit }: DialogProps) {
  const id = useId()
  const inside = (
    <>
      <div class="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
      {foot && <div class="dialog-foot">{foot}</div>}
    </>
  )
  return (
    <Layer class="dialog" onClose={onClose} labelledBy={id} widthVariable="--dialog-width" width={width}>
      <DialogHead id={id} title={title} onClose={onClose} />
      {onSubmit ? (
        <form class="flex min-h-0 flex-1 flex-col" onSubmit={onSubmit} noValidate>
          {inside}
        </form>
      ) : (
        inside
      )}
    </Layer>
  )
}

interface DrawerProps {
  title: ComponentChildren
  onClose: () => void
  children: ComponentChildren
  foot?: ComponentChildren
  width?: number
}

/** A panel at the side, for looking into one thing of a list without leaving it. */
export function Drawer({ title, onClose, children, foot, width = 460 }: DrawerProps) {
  const id = useId()
  return (
    <Layer class="drawer" onClose={onClose} labelledBy={id} widthVariable="--drawer-width" width={width}>
      <DialogHead id={id} title={title} onClose={onClose} />
      <div class="min-h-0 flex-1 overflow-y-auto px-5 pb-6">{children}</div>
      {foot && <div class="dialog-foot">{foot}</div>}
    </Layer>
  )
}

interface DialogHeadProps {
  id: string
  title: ComponentChildren
  onClose: () => void
}

function DialogHead({ id, title, onClose }: DialogHeadProps) {
  return (
    <header class="flex flex-none items-start gap-3 px-5 pt-4 pb-3">
      <h2 id={id} class="min-w-0 flex-1 text-16 font-semibold">
        {title}
      </h2>
      <IconButton label="Close" onClick={onClose} class="-mr-1.5">
        <X />
      </IconButton>
    </header>
  )
}

interface NavigationDrawerProps {
  label: string
  onClose: () => void
  children: ComponentChildren
}

/** The sidebar of a narrow screen. */
export function NavigationDrawer({ label, onClose, children }: NavigationDrawerProps) {
  const look = cx('drawer', 'drawer-start')
  useEffect(() => {
    const closeWhenWide = () => {
      if (matchMedia('(width >= 52rem)').matches) onClose()
    }
    addEventListener('resize', closeWhenWide)
    return () => removeEventListener('resize', closeWhenWide)
  }, [onClose])
  return (
    <Layer class={look} label={label} onClose={onClose} widthVariable="--drawer-width" width={272}>
      {children}
    </Layer>
  )
}

function isOutside({ clientX, clientY }: MouseEvent, element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
