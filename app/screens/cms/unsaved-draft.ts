import { useEffect, useRef, useState } from 'preact/hooks'
import type { PostDraft } from './post-draft.ts'

const KEEP_AFTER_MS = 300
const SAVE_AFTER_MS = 2_000
const RETRY_MS = 10_000

/** What was typed and not saved, kept where a closed tab or a dead battery cannot take it. */
export function useKeptDraft(name: string, draft: PostDraft, isDirty: boolean) {
  const key = `dde.draft.${name}`
  const [kept, setKept] = useState<PostDraft | undefined>(() => read(key))
  useEffect(() => {
    if (!isDirty) {
      // What an earlier visit left is asked about before it goes.
      if (!kept) remove(key)
      return
    }
    const timer = setTimeout(() => write(key, draft), KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [key, draft, isDirty, kept])
  const forget = () => {
    remove(key)
    setKept(undefined)
  }
  return { kept, forget }
}

interface Autosave {
  isOn: boolean
  draft: PostDraft
  save: (draft: PostDraft) => Promise<void>
}

/** Saves once typing has paused. What fails is tried again; what was typed stays on the screen and in this browser. */
export function useAutosave({ isOn, draft, save }: Autosave): boolean {
  const [isSaving, setSaving] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const latest = useRef(save)
  latest.current = save
  useEffect(() => {
    if (!isOn || isSaving) return
    const timer = setTimeout(
      async () => {
        setSaving(true)
        try {
          await latest.current(draft)
        } catch {
          // The page keeps saying that something is unsaved; the next attempt may do better.
          setTimeout(() => setAttempt((count) => count + 1), RETRY_MS)
        }
        setSaving(false)
      },
      attempt > 0 ? RETRY_MS : SAVE_AFTER_MS,
    )
    return () => clearTimeout(timer)
  }, [isOn, draft, isSaving, attempt])
  return isSaving
}

function read(key: string): PostDraft | undefined {
  try {
    const text = localStorage.getItem(key)
    // safe: only this module writes under this key
    return text ? (JSON.parse(text) as PostDraft) : undefined
  } catch {
    return undefined
  }
}

function write(key: string, draft: PostDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Storage may be full or forbidden: the draft is still on the screen.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing can be.
  }
}
