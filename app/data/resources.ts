import { type Signal, signal } from '@preact/signals'
import { useCallback, useEffect } from 'preact/hooks'
import type { AnswerOf, AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { type AnyInput, ask, type CallInput, urlOf } from '../api.ts'
import { isAbort, Problem } from '../problem.ts'

/** An answer younger than this is shown without asking again. */
const FRESH_MS = 5_000
const MAX_ENTRIES = 300

/** What is known of one URL: the last answer, why the last attempt failed, whether one is under way. */
export interface Entry<T> {
  data: Signal<T | undefined>
  problem: Signal<Problem | undefined>
  isLoading: Signal<boolean>
  loadedAt: number
  load: () => Promise<void>
  readers: number
}

export interface Resource<T> {
  data: T | undefined
  problem: Problem | undefined
  isLoading: boolean
  reload: () => Promise<void>
  /** Shows a change at once; the next load has the last word. */
  patch: (change: (data: T) => T) => void
}

const entries = new Map<string, Entry<unknown>>()

/** One cached answer: shown at once when known, refreshed behind it, shared by all who read it. */
export function useResource<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E> | null,
): Resource<AnswerOf<E>> {
  const key = input ? urlOf(endpoint, input) : ''
  const entry = entryOf<AnswerOf<E>>(key, endpoint, input)

  useEffect(() => {
    if (!key) return
    entry.readers += 1
    if (Date.now() - entry.loadedAt > FRESH_MS) entry.load()
    return () => {
      entry.readers -= 1
    }
  }, [key, entry])

  return {
    data: entry.data.value,
    problem: entry.problem.value,
    isLoading: entry.isLoading.value,
    reload: entry.load,
    patch: useCallback((change) => patch<AnswerOf<E>>(key, change), [key]),
  }
}

/** Loads into the cache ahead of need; failures are left for the screen to meet. */
export function prefetch<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>): void {
  const entry = entryOf(urlOf(endpoint, input), endpoint, input)
  if (Date.now() - entry.loadedAt > FRESH_MS) entry.load()
}

/** Changes a cached answer in place; returns a function that puts it back. */
export function patch<T>(key: string, change: (data: T) => T): () => void {
  // safe: a key names one URL, whose answer has one type
  const entry = entries.get(key) as Entry<T> | undefined
  const before = entry?.data.peek()
  if (!entry || before === undefined) return () => {}
  entry.data.value = change(before)
  return () => {
    entry.data.value = before
  }
}

/** Asks again for everything at or below a path that is on screen, and forgets the rest. */
export function invalidate(...paths: string[]): void {
  for (const [key, entry] of entries) {
    if (!paths.some((path) => isBelow(key, path))) continue
    if (entry.readers > 0) entry.load()
    else entries.delete(key)
  }
}

export function clearResources(): void {
  entries.clear()
}

function isBelow(key: string, path: string): boolean {
  return key === path || key.startsWith(`${path}/`) || key.startsWith(`${path}?`)
}

function entryOf<T>(key: string, endpoint: AnyEndpoint, input: AnyInput | null): Entry<T> {
  // safe: a key names one URL, whose answer has one type
  const known = entries.get(key) as Entry<T> | undefined
  if (known) return known
  // safe: the caller names the type the endpoint answers with
  const entry = newEntry((signal) => ask(endpoint, { ...input, signal }) as Promise<T>)
  if (entries.size >= MAX_ENTRIES) dropOldest()
  // safe: read back by the same key only
  entries.set(key, entry as Entry<unknown>)
  return entry
}

function newEntry<T>(ask: (signal: AbortSignal) => Promise<T>): Entry<T> {
  let underWay: AbortController | undefined
  const entry: Entry<T> = {
    data: signal(undefined),
    problem: signal(undefined),
    isLoading: signal(true),
    loadedAt: 0,
    readers: 0,
    load: async () => {
      underWay?.abort()
      const attempt = new AbortController()
      underWay = attempt
      entry.isLoading.value = true
      entry.loadedAt = Date.now()
      try {
        entry.data.value = await ask(attempt.signal)
        entry.problem.value = undefined
      } catch (thrown) {
        if (isAbort(thrown)) return
        entry.problem.value = Problem.of(thrown)
        entry.loadedAt = 0
      }
      if (underWay === attempt) entry.isLoading.value = false
    },
  }
  return entry
}

function dropOldest(): void {
  for (const [key, entry] of entries) {
    if (entry.readers > 0) continue
    entries.delete(key)
    return
  }
}
