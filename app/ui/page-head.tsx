import type { ComponentChildren } from 'preact'

interface PageHeadProps {
  title: ComponentChildren
  /** What the list is for, at the very end. */
  action?: ComponentChildren
  /** Search and filters. */
  children?: ComponentChildren
}

/** The bar over a list; on a phone the filters take a row of their own. */
export function PageHead({ title, action, children }: PageHeadProps) {
  return (
    <div class="page-head">
      <h1 class="flex-1 text-16 font-semibold">{title}</h1>
      {children && (
        <div class="flex flex-1 items-center justify-end gap-2 max-sm:order-last max-sm:flex-none max-sm:basis-full">
          {children}
        </div>
      )}
      {action}
    </div>
  )
}

interface TitleRowProps {
  title: ComponentChildren
  before?: ComponentChildren
  /** Under the title. */
  lead?: ComponentChildren
  children?: ComponentChildren
}

/** The head of a page about one thing. */
export function TitleRow({ title, before, lead, children }: TitleRowProps) {
  return (
    <div class="mb-4 flex flex-wrap items-center gap-x-3 gap-y-3">
      {before}
      <div class="min-w-0 flex-1 basis-60">
        <h1 class="text-20 font-semibold break-words">{title}</h1>
        {lead && <div class="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-fg-3">{lead}</div>}
      </div>
      {children && <div class="flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  )
}
