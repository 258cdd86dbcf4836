import { useRoute } from 'preact-iso'
import { useMay } from '../../data/actor.ts'
import { useRun } from '../../data/runs.ts'
import { usePage } from '../../shell/page.ts'
import { LinkButton } from '../../ui/button.tsx'
import { TitleRow } from '../../ui/page-head.tsx'
import { Failed, SkeletonLines } from '../../ui/states.tsx'
import { exactly } from '../../ui/time.tsx'
import { RunCard } from './run-card.tsx'
import { subjectOf } from './run-subject.ts'

export function Screen() {
  const id = useRoute().params.id ?? ''
  const may = useMay()
  const { run, problem, retry } = useRun(id)
  usePage(run?.title)
  const subject = run && subjectOf(run)

  return (
    <div class="page page-narrow">
      {problem && !run && <Failed problem={problem} onRetry={() => location.reload()} />}
      {!run && !problem && <SkeletonLines lines={7} />}
      {run && (
        <>
          <TitleRow title={run.title} lead={`Started ${exactly(run.createdAt)}`}>
            {subject && <LinkButton href={subject.href}>{subject.label}</LinkButton>}
          </TitleRow>
          <RunCard run={run} {...(may('sites:write') && { onRetry: retry })} />
        </>
      )}
    </div>
  )
}
