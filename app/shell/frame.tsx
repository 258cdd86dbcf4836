import type { ComponentChildren } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { NavigationDrawer } from '../ui/dialog.tsx'
import { SidebarContent } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

interface FrameProps {
  path: string
  children: ComponentChildren
}

/** The dashboard around a screen; the server draws it too. */
export function Frame({ path, children }: FrameProps) {
  const [isNavigationOpen, setNavigationOpen] = useState(false)
  const closeNavigation = useCallback(() => setNavigationOpen(false), [])
  return (
    <div class="shell">
      <a
        href="#main"
        class="sr focus:not-sr-only focus:fixed! focus:top-2 focus:left-2 focus:z-50 focus:h-auto! focus:w-auto! focus:rounded-md focus:bg-overlay focus:px-3 focus:py-2 focus:shadow-3 focus:[clip-path:none]!"
      >
        Skip to content
      </a>
      <aside class="sidebar" aria-label="Sidebar">
        <SidebarContent path={path} />
      </aside>
      {isNavigationOpen && (
        <NavigationDrawer label="Navigation" onClose={closeNavigation}>
          <SidebarContent path={path} onNavigate={closeNavigation} />
        </NavigationDrawer>
      )}
      <div class="panel">
        <TopBar path={path} onOpenNavigation={() => setNavigationOpen(true)} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}
