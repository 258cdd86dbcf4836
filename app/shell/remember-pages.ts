import { useEffect } from 'preact/hooks'
import { useActor } from '../data/actor.ts'
import { currentPage } from './page.ts'
import { rememberPage } from './recent.ts'
import { matchRoute, routes, sectionOf } from './routes.ts'

/** Keeps the pages about one thing for the palette. */
export function useRememberedPages(): void {
  const actor = useActor()
  const page = currentPage.value
  useEffect(() => {
    const match = page && matchRoute(page.path)
    if (!actor || !page || !match?.params.id) return
    rememberPage(actor.userId, {
      label: page.title,
      href: page.path,
      kind: routes[sectionOf(match.name)].title,
    })
  }, [page, actor])
}
