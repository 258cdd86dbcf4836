import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { AnswerOf, AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { type CallInput, call, urlOf } from '../api.ts'
import { isAbort, Problem } from '../problem.ts'
import { useResource } from './resources.ts'

type ItemOf<E extends AnyEndpoint> = AnswerOf<E>['items'][number]

export interface Pages<Item> {
  /** Undefined until the first page is here. */
  items: Item[] | undefined
  problem: Problem | undefined
  isLoading: boolean
  isLoadingMore: boolean
  hasMore: boolean
  loadMore: () => Promise<void>
  reload: () => Promise<void>
  /** Shows a change to the items at once; returns what was shown before. */
  patch: (change: (items: Item[]) => Item[]) => void
}

interface Rest<Item> {
  key: string
  items: Item[]
  nextCursor: string | null
}

/** A list read page by page: the first comes from the cache, the rest follow on request. */
export function usePages<E extends AnyEndpoint>(endpoint: E, input: CallInput<E> | null): Pages<ItemOf<E>> {
  const first = useResource(endpoint, input)
  const key = input ? urlOf(endpoint, input) : ''
  const [rest, setRest] = useState<Rest<ItemOf<E>> | undefined>()
  const [moreProblem, setMoreProblem] = useState<Problem | undefined>()
  const [isLoadingMore, setLoadingMore] = useState(false)
  const attempt = useRef<AbortController | undefined>(undefined)
  const following = rest?.key === key ? rest : undefined
  const nextCursor = following ? following.nextCursor : (first.data?.nextCursor ?? null)

  useEffect(() => {
    setMoreProblem(undefined)
    return () => attempt.current?.abort()
  }, [key])

  const loadMore = async () => {
    if (!nextCursor || isLoadingMore || !input) return
    const underWay = new AbortController()
    attempt.current = underWay
    setLoadingMore(true)
    try {
      const page = await call(endpoint, {
        ...input,
        query: { ...input.query, cursor: nextCursor },
        signal: underWay.signal,
      })
      setRest({ key, items: [...(following?.items ?? []), ...page.items], nextCursor: page.nextCursor })
      setMoreProblem(undefined)
    } catch (thrown) {
      if (!isAbort(thrown)) setMoreProblem(Problem.of(thrown))
    }
    setLoadingMore(false)
  }

  const reload = async () => {
    setRest(undefined)
    setMoreProblem(undefined)
    await first.reload()
  }

  const patch = useCallback(
    (change: (items: ItemOf<E>[]) => ItemOf<E>[]) => {
      first.patch((page) => ({ ...page, items: change(page.items) }))
      setRest((now) => now && { ...now, items: change(now.items) })
    },
    [first.patch],
  )

  return {
    items: first.data && [...first.data.items, ...(following?.items ?? [])],
    problem: first.problem ?? moreProblem,
    isLoading: first.isLoading,
    isLoadingMore,
    hasMore: nextCursor !== null,
    loadMore,
    reload,
    patch,
  }
}
