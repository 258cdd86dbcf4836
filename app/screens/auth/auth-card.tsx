import type { ComponentChildren } from 'preact'
import type { FormErrors } from '../../data/form.ts'
import { Notice } from '../../ui/notice.tsx'

interface AuthCardProps {
  title: string
  lead?: ComponentChildren
  icon?: ComponentChildren
  errors?: FormErrors
  /** Below the card: the other ways to go. */
  foot?: ComponentChildren
  children?: ComponentChildren
}

export function AuthCard({ title, lead, icon, errors, foot, children }: AuthCardProps) {
  return (
    <>
      <div class="card rounded-xl! p-7 shadow-2! max-sm:p-5">
        {icon && (
          <div class="mb-4 grid h-11 w-11 place-items-center rounded-xl bg-brand-subtle text-brand-fg [&_svg]:h-5 [&_svg]:w-5">
            {icon}
          </div>
        )}
        <h1 class="text-20 font-semibold">{title}</h1>
        {lead && <p class="mt-1 text-pretty text-fg-2">{lead}</p>}
        {errors?.top && (
          <div class="mt-4">
            <Notice tone="danger">{errors.top}</Notice>
          </div>
        )}
        {children && <div class="mt-5">{children}</div>}
      </div>
      {foot && <p class="mt-5 text-center text-fg-2">{foot}</p>}
    </>
  )
}
