/** Told where someone wants to go instead of letting them go. */
type Guard = (path: string) => void

let guard: { here: string; ask: Guard } | undefined

/** Holds whoever leaves this page until the returned function is called. */
export function holdHere(ask: Guard): () => void {
  const held = { here: location.pathname + location.search, ask }
  guard = held
  return () => {
    if (guard === held) guard = undefined
  }
}

/** Goes to a path by other means than a link, unless someone has to be asked first. */
export function leaveFor(path: string, route: (path: string) => void): void {
  if (guard) guard.ask(path)
  else route(path)
}

/** Must run before the router listens: events on the window reach their listeners in the order of registration. */
export function watchLeaving(): void {
  addEventListener('click', onClick, true)
  addEventListener('popstate', onPopState)
  addEventListener('beforeunload', (event) => {
    if (guard) event.preventDefault()
  })
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!guard || !link || link.origin !== location.origin || link.target || isModified(event)) return
  if (link.hash && link.pathname === location.pathname) return
  event.preventDefault()
  event.stopImmediatePropagation()
  guard.ask(link.pathname + link.search)
}

function onPopState(event: PopStateEvent): void {
  if (!guard) return
  event.stopImmediatePropagation()
  const wanted = location.pathname + location.search
  history.pushState(null, '', guard.here)
  guard.ask(wanted)
}

function isModified({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey || button !== 0
}
