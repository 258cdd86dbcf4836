import type { ComponentChildren } from 'preact'
import { Mark } from './mark.tsx'
import { PRODUCT } from './page.ts'

/** Around logging in and all that leads there: one card in the middle. */
export function AuthFrame({ children }: { children: ComponentChildren }) {
  return (
    <div class="flex min-h-dvh flex-col items-center bg-sunken px-4 py-8 sm:py-12">
      <header class="mb-7 sm:mt-[6vh]">
        <a href="/login" class="flex items-center gap-2.5 text-14 font-semibold">
          <Mark size={28} />
          {PRODUCT}
        </a>
      </header>
      <main id="main" class="w-full max-w-[412px]">
        {children}
      </main>
      <footer class="mt-auto flex gap-4 pt-10 text-12 text-fg-3">
        <span>The operating system for digital agencies</span>
        <a href="/docs" class="prose-link text-fg-2!">
          API reference
        </a>
      </footer>
    </div>
  )
}
