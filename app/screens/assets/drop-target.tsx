import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface DropTargetProps {
  isOff: boolean
  onFiles: (files: Iterable<File>) => void
  children: ComponentChildren
}

/** Takes files that are dropped onto it or pasted while it is shown. */
export function DropTarget({ isOff, onFiles, children }: DropTargetProps) {
  const [isOver, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles

  useEffect(() => {
    if (isOff) return
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || isTyping(event.target)) return
      event.preventDefault()
      take.current(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [isOff])

  if (isOff) return <div>{children}</div>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button to upload does the same for everyone.
    <div
      class="relative min-h-72"
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...(event.dataTransfer?.files ?? [])])
      }}
    >
      {children}
      {isOver && (
        <div class="pointer-events-none absolute -inset-2 z-10 grid place-items-center rounded-xl border-2 border-dashed border-brand bg-brand-subtle/90 text-16 font-semibold text-brand-fg">
          Drop to upload
        </div>
      )}
    </div>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable=true]') !== null
