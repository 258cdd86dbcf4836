import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useForm } from '../data/form.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { Notice } from './notice.tsx'

interface ConfirmDialogProps {
  title: string
  children: ComponentChildren
  confirmLabel: string
  cancelLabel?: string
  /** Must be typed before the button works. */
  typeToConfirm?: string
  isHarmless?: boolean
  onConfirm: () => Promise<void> | void
  onClose: () => void
}

export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  typeToConfirm,
  isHarmless = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const [typed, setTyped] = useState('')
  const form = useForm([])
  const isReady = !typeToConfirm || typed.trim() === typeToConfirm.trim()

  const confirm = (event: Event) => {
    event.preventDefault()
    if (!isReady) return
    form.submit(event, async () => {
      await onConfirm()
      onClose()
    })
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={confirm}
      width={440}
      foot={
        <>
          <Button onClick={onClose} {...(!typeToConfirm && { 'data-autofocus': true })}>
            {cancelLabel}
          </Button>
          <Button
            type="submit"
            look={isHarmless ? 'primary' : 'danger'}
            disabled={!isReady}
            isBusy={form.isBusy}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div class="grid gap-3 text-fg-2">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        {children}
        {typeToConfirm && (
          <TextField
            name="confirmation"
            label={
              <>
                Type <b class="font-semibold text-fg">{typeToConfirm}</b> to confirm
              </>
            }
            value={typed}
            onChange={setTyped}
            autocomplete="off"
            data-autofocus
          />
        )}
      </div>
    </Dialog>
  )
}
