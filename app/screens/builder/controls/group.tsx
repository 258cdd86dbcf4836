import type { ComponentChildren } from 'preact'

interface GroupProps {
  label: string
  children: ComponentChildren
}

/** Fields that are one property together. */
export function Group({ label, children }: GroupProps) {
  return (
    <fieldset class="min-w-0">
      <legend class="label">{label}</legend>
      <div class="grid grid-cols-1 gap-3 rounded-md border border-line bg-surface p-3">{children}</div>
    </fieldset>
  )
}
