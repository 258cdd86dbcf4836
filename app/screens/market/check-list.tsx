import { CircleAlert, CircleCheck, CircleX } from 'lucide-preact'
import type { MarketCheck } from '#workers/market/submissions.contract.ts'

const names: Record<MarketCheck['key'], string> = {
  structure: 'Every page is drawn and well built',
  scripts: 'Nothing on it runs code',
  links: 'Every link leads somewhere',
  pictures: 'Pictures have alternative text and a size',
  contrast: 'Text can be read on its background',
  weight: 'Pages and pictures are light',
  licence: 'Others know what they may do with it',
  details: 'Nobody’s own details were left behind',
}
const looks = {
  passed: { Icon: CircleCheck, tone: 'text-success', word: 'Passed' },
  warning: { Icon: CircleAlert, tone: 'text-warning', word: 'Worth a look' },
  failed: { Icon: CircleX, tone: 'text-danger', word: 'Failed' },
} as const

/** What a machine found, check by check. */
export function CheckList({ checks }: { checks: readonly MarketCheck[] }) {
  return (
    <ul class="grid gap-2.5">
      {checks.map(({ key, status, findings }) => {
        const { Icon, tone, word } = looks[status]
        return (
          <li key={key} class="flex items-start gap-2">
            <Icon size={16} class={`mt-0.5 flex-none ${tone}`} aria-hidden="true" />
            <div class="min-w-0">
              <p>
                <span class="sr">{word}: </span>
                {names[key]}
              </p>
              {findings.length > 0 && (
                <ul class="mt-1 grid gap-0.5 text-12 text-fg-2">
                  {findings.map((finding) => (
                    <li key={finding} class="break-words">
                      {finding}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
