import { Check, Minus, RotateCw, X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { Run, RunStep } from '#workers/runs/runs.contract.ts'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import { count } from './numbers.ts'
import { ProgressBar } from './states.tsx'
import { toastProblem } from './toasts.tsx'

interface RunStepsProps {
  run: Run
  onRetry?: (step: string) => Promise<void>
}

/** The steps of long work, as they happen. */
export function RunSteps({ run, onRetry }: RunStepsProps) {
  return (
    <ol class="grid" aria-label={run.title}>
      {run.steps.map((step, index) => (
        <Step
          key={step.key}
          step={step}
          isLast={index === run.steps.length - 1}
          {...(onRetry && { onRetry: () => onRetry(step.key) })}
        />
      ))}
    </ol>
  )
}

interface StepProps {
  step: RunStep
  isLast: boolean
  onRetry?: () => Promise<void>
}

function Step({ step, isLast, onRetry }: StepProps) {
  const [isRetrying, setRetrying] = useState(false)
  const retry = async () => {
    setRetrying(true)
    await onRetry?.().catch(toastProblem)
    setRetrying(false)
  }
  const hasProgress = step.status === 'running' && step.total !== null && step.total > 1

  return (
    <li
      class="relative flex gap-3 pb-4 last:pb-0"
      aria-current={step.status === 'running' ? 'step' : undefined}
    >
      {!isLast && <span class="absolute top-6 bottom-0 left-[9.5px] w-px bg-line" aria-hidden="true" />}
      <StepMark status={step.status} />
      <div class="min-w-0 flex-1">
        <div class="flex items-baseline gap-2">
          <span class={cx('flex-1', step.status === 'waiting' ? 'text-fg-3' : 'font-medium')}>
            {step.label}
            <span class="sr">: {spoken[step.status]}</span>
          </span>
          <span class="num text-12 text-fg-3">{tally(step)}</span>
        </div>
        {hasProgress && step.total !== null && (
          <div class="mt-2">
            <ProgressBar label={step.label} value={step.done / step.total} />
          </div>
        )}
        {step.message && (
          <p
            class={cx(
              'mt-0.5 text-12 break-words',
              step.status === 'failed' ? 'text-danger-fg' : 'text-fg-3',
            )}
            role={step.status === 'failed' ? 'alert' : undefined}
          >
            {step.message}
          </p>
        )}
        {step.status === 'failed' && onRetry && (
          <Button class="mt-2" size="sm" icon={<RotateCw />} isBusy={isRetrying} onClick={retry}>
            Try this step again
          </Button>
        )}
      </div>
    </li>
  )
}

const spoken: Record<RunStep['status'], string> = {
  waiting: 'waiting',
  running: 'in progress',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
}

const marks: Record<RunStep['status'], string> = {
  waiting: 'border border-line-strong text-transparent',
  running: 'text-brand-fg',
  done: 'bg-success-subtle text-success-fg',
  failed: 'bg-danger-subtle text-danger-fg',
  skipped: 'bg-surface-3 text-fg-3',
}

function StepMark({ status }: { status: RunStep['status'] }) {
  return (
    <span
      aria-hidden="true"
      class={cx(
        'grid h-5 w-5 flex-none place-items-center rounded-full [&_svg]:h-3 [&_svg]:w-3 [&_svg]:stroke-[2.5]',
        marks[status],
      )}
    >
      {status === 'running' && <span class="spinner" />}
      {status === 'done' && <Check />}
      {status === 'failed' && <X />}
      {status === 'skipped' && <Minus />}
    </span>
  )
}

function tally({ done, total, status, attempts }: RunStep): string {
  if (total !== null && total > 1) return `${count(done)} of ${count(total)}`
  return status !== 'waiting' && attempts > 1 ? `attempt ${attempts}` : ''
}
