import type { ComponentChildren } from 'preact'
import { LinkButton } from '../ui/button.tsx'
import { Mark } from './mark.tsx'
import { PRODUCT } from './page.ts'

/** Around screens for people without an account. */
export function OpenFrame({ children }: { children: ComponentChildren }) {
  return (
    <div class="panel m-0! h-dvh! rounded-none! border-0!">
      <header class="topbar">
        <a href="/" aria-label={PRODUCT} class="flex items-center gap-2.5 font-semibold">
          <Mark size={22} />
          <span class="max-sm:hidden">{PRODUCT}</span>
        </a>
        <span class="flex-1" />
        <LinkButton href="/login" look="ghost" size="sm">
          Log in
        </LinkButton>
        <LinkButton href="/sign-up" look="primary" size="sm">
          Create an agency
        </LinkButton>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
