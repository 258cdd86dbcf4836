import { useEffect } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { Facts, type PageFacts, useMay } from '../data/actor.ts'
import { NotFound } from '../screens/not-found.tsx'
import { Toaster } from '../ui/toasts.tsx'
import { AuthFrame } from './auth-frame.tsx'
import { Boundary } from './boundary.tsx'
import { Frame } from './frame.tsx'
import { isAllowed } from './navigation.ts'
import { OpenFrame } from './open-frame.tsx'
import { scrollToTop } from './page.ts'
import { PlainFrame } from './plain-frame.tsx'
import { useRememberedPages } from './remember-pages.ts'
import { matchRoute, routes, type ScreenName } from './routes.ts'
import { screens } from './screens.ts'
import { ShellLayers } from './shell-layers.tsx'
import { useShortcuts } from './shortcuts.ts'

export function App({ facts }: { facts: PageFacts }) {
  return (
    <Facts.Provider value={facts}>
      <LocationProvider>
        <Page facts={facts} />
        <Toaster />
      </LocationProvider>
    </Facts.Provider>
  )
}

function Page({ facts }: { facts: PageFacts }) {
  const { path } = useLocation()
  const layout = matchRoute(path)?.route.layout ?? 'open'
  const content = <Screens path={path} />
  if (layout === 'auth') return <AuthFrame>{content}</AuthFrame>
  if (layout === 'plain') return <PlainFrame>{content}</PlainFrame>
  if (!facts.actor) return <OpenFrame>{content}</OpenFrame>
  return <SignedIn path={path}>{content}</SignedIn>
}

function SignedIn({ path, children }: { path: string; children: preact.ComponentChildren }) {
  useShortcuts()
  useRememberedPages()
  return (
    <>
      <Frame path={path}>{children}</Frame>
      <ShellLayers />
    </>
  )
}

function Screens({ path }: { path: string }) {
  const may = useMay()
  // A new path begins at its top.
  useEffect(scrollToTop, [path])
  return (
    <Boundary path={path}>
      <Router>
        {Object.entries(routes).map(([name, route]) => (
          // safe: the keys of `routes` are the screen names
          <Route key={name} path={route.path} component={screenFor(name as ScreenName, may)} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </Boundary>
  )
}

function screenFor(name: ScreenName, may: ReturnType<typeof useMay>) {
  return routes[name].layout !== 'app' || isAllowed(name, may) ? screens[name] : NotFound
}
