import type { Context } from '../core/context.ts'
import type { Statement } from '../core/statements.ts'

/** A run as its steps see it. */
export interface RunState {
  id: string
  clientId: string
  subjectId: string | null
  input: Record<string, unknown>
  createdBy: string
}

/** What a step, or one slice of it, leaves to be committed together with its own progress. */
export interface StepResult {
  effects?: Statement[]
  /** What the dashboard shows beside the step. */
  message?: string
  progress?: { done: number; total?: number }
  /** More slices follow. */
  isUnfinished?: boolean
}

export interface StepDefinition {
  key: string
  label: string
  /**
   * Does the step, or its next slice. It may be called again after a kill at any point, so whatever it does outside
   * `effects` must come out the same when done twice.
   */
  run(ctx: Context, run: RunState): Promise<StepResult>
}

/** A kind of long work: its steps in order. */
export interface RunDefinition {
  kind: string
  steps: readonly StepDefinition[]
}
