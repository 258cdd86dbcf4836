import { useState } from 'preact/hooks'
import { useForm } from '../../data/form.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox, type Option } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

interface MergeDialogProps {
  noun: string
  of: { id: string; name: string }
  find: (text: string) => Promise<readonly Option[]>
  /** What becomes of the posts. */
  children: string
  onMerge: (intoId: string) => Promise<unknown>
  onClose: () => void
}

/** Makes one of two that mean the same. */
export function MergeDialog({ noun, of, find, children, onMerge, onClose }: MergeDialogProps) {
  const [into, setInto] = useState<Option | undefined>()
  const form = useForm(['intoId'])
  const merge = (event: Event) =>
    form.submit(event, async () => {
      if (!into) return
      await onMerge(into.value)
      onClose()
    })
  return (
    <Dialog
      title={`Merge “${of.name}” into another ${noun}`}
      onClose={onClose}
      onSubmit={merge}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="danger" isBusy={form.isBusy} disabled={!into}>
            Merge
          </Button>
        </>
      }
    >
      <div class="grid gap-4">
        {form.errors.top && <Notice tone="danger">{form.errors.top}</Notice>}
        <p class="text-fg-2">{children}</p>
        <Combobox
          name="intoId"
          label={`The ${noun} that stays`}
          required
          value={into?.value ?? ''}
          valueLabel={into?.label ?? ''}
          find={async (text) => (await find(text)).filter(({ value }) => value !== of.id)}
          onChange={(_id, option) => setInto(option)}
          {...form.errorAt('intoId')}
        />
      </div>
    </Dialog>
  )
}
