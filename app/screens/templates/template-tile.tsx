import type { ComponentChildren } from 'preact'
import type { TemplateCard } from '#workers/sites/templates.contract.ts'
import { counted } from '../../ui/numbers.ts'

interface TemplateTileProps {
  template: Pick<TemplateCard, 'name' | 'industry' | 'description' | 'preview' | 'pages' | 'colors'>
  /** Where there is more to see of it. */
  href?: string
  action?: ComponentChildren
  /** Stands beside the number of pages. */
  children?: ComponentChildren
}

/** A template as it stands among others: its home page, its colours, and what it is for. */
export function TemplateTile({ template, href, action, children }: TemplateTileProps) {
  const { name, industry, description, preview, pages, colors } = template
  return (
    <article class="relative flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface focus-within:border-line-strong hover:border-line-strong">
      <img
        src={preview}
        alt=""
        width={640}
        height={480}
        loading="lazy"
        class="block aspect-[4/3] w-full border-b border-line-subtle bg-surface-3 object-cover object-top"
      />
      <div class="flex-1 p-3 pb-2">
        <div class="flex items-center gap-2">
          <h3 class="min-w-0 flex-1 truncate font-semibold">
            {href ? (
              <a href={href} class="after:absolute after:inset-0">
                {name}
              </a>
            ) : (
              name
            )}
          </h3>
          <span class="flex flex-none gap-1" aria-hidden="true">
            {colors.slice(0, 3).map((color) => (
              <span key={color} class="h-3 w-3 rounded-full ring-1 ring-line" style={{ background: color }} />
            ))}
          </span>
        </div>
        <p class="mt-0.5 truncate text-12 font-medium text-fg-3">{industry}</p>
        <p class="mt-1 line-clamp-3 text-12 text-fg-2">{description}</p>
      </div>
      <div class="relative flex items-center gap-2 px-3 pb-3">
        <span class="flex flex-1 items-center gap-2 text-11 text-fg-3">
          {children ?? (pages.length > 0 ? counted(pages.length, 'page') : '')}
        </span>
        {action}
      </div>
    </article>
  )
}
