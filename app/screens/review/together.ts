import { createContext } from 'preact'
import { useContext, useEffect, useMemo } from 'preact/hooks'
import type { Editor } from '../builder/editor.ts'
import { PageThreads } from './page-threads.ts'
import { PresenceWatch } from './presence.ts'

/** What people who work on one page share: who is there, and what they say about it. */
export interface Together {
  presence: PresenceWatch
  threads: PageThreads
}

export const TogetherContext = createContext<Together | undefined>(undefined)

export function useTogether(): Together {
  const together = useContext(TogetherContext)
  if (!together) throw new Error('This stands outside of a page being worked on.')
  return together
}

/** Begins when a page is opened and ends when it is left. */
export function useWorkingTogether(editor: Editor): Together {
  const together = useMemo(() => {
    const threads = new PageThreads(editor.pageId)
    return { threads, presence: new PresenceWatch(editor, (at) => threads.heard(at)) }
  }, [editor])
  useEffect(() => {
    void together.threads.load()
    together.presence.start()
    return () => together.presence.stop()
  }, [together])
  return together
}
