import type { SiteGate } from '#edge/context.contract.ts'
import { ENTER_PATH } from '#edge/passes.contract.ts'
import type { GateProblem } from '#workers/sites/snapshot.contract.ts'
import { wordsFor } from '../words/words.ts'
import type { PreparedSite } from './prepared-site.ts'
import type { RenderOptions } from './render-route.tsx'
import { renderShell } from './shell.tsx'

interface AtTheGate {
  gate: SiteGate
  /** Where to go from here. */
  path: string
  problem: GateProblem | undefined
}

/** What those see who are not let in: the site's look and nothing of what it says. */
export function renderGate(
  { gate, path, problem }: AtTheGate,
  site: PreparedSite,
  options: Omit<RenderOptions, 'origin'>,
): string {
  const words = wordsFor(site.site.locale)
  const isPrivate = gate.kind === 'password'
  const title = isPrivate ? words.privateSite : words.maintenance
  const text = gate.message ?? (isPrivate ? words.privateSiteText : words.maintenanceText)
  const main = (
    <div class="gate">
      <div class="gate-card">
        <p class="gate-name">{site.site.name}</p>
        <h1>{title}</h1>
        {(!isPrivate || gate.hasPassword || gate.message) && <p class="gate-text">{text}</p>}
        {gate.hasPassword && <Password words={words} path={path} problem={problem} />}
      </div>
    </div>
  )
  const head = { title: `${title} – ${site.site.name}`, description: '', isIndexed: false }
  return renderShell({ head, pieces: ['gate'], main }, bare(site), options)
}

const EMPTY = { nodes: [], types: new Set<string>() }

/** The site without its header, footer, feeds and codes: they are not for everybody. */
const bare = (site: PreparedSite): PreparedSite => ({
  ...site,
  header: { ...site.header, ...EMPTY },
  footer: { ...site.footer, ...EMPTY },
  hasFeed: false,
  verification: {},
})

interface PasswordProps {
  words: ReturnType<typeof wordsFor>
  path: string
  problem: GateProblem | undefined
}

function Password({ words, path, problem }: PasswordProps) {
  const wrong = problem === 'wrong_password' ? words.wrongPassword : words.tooManyTries
  return (
    <form method="post" action={ENTER_PATH}>
      <input type="hidden" name="path" value={path} />
      <label for="password">{words.password}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        autofocus
        {...(problem && { 'aria-invalid': true, 'aria-describedby': 'wrong' })}
      />
      {problem && (
        <p id="wrong" class="gate-wrong" role="alert">
          {wrong}
        </p>
      )}
      <button type="submit">{words.enter}</button>
    </form>
  )
}
