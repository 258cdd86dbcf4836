import { CircleX, MailCheck } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { Problem } from '../../problem.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/states.tsx'
import { AuthCard } from './auth-card.tsx'
import { EmailField } from './email-field.tsx'

const NO_TOKEN = 'This link is not complete. Open it from the mail again, or get a new one.'

/** Where the link in the confirmation mail leads. */
export function Screen() {
  usePage('Confirm your address')
  const { query } = useLocation()
  const [problem, setProblem] = useState<string | undefined>()

  // A token is good for one use, so it is sent once.
  useEffect(() => {
    if (!query.token) {
      setProblem(NO_TOKEN)
      return
    }
    call(authApi.verifyEmail, { body: { token: query.token } }).then(
      () => location.assign('/'),
      (thrown) => setProblem(Problem.of(thrown).message),
    )
  }, [])

  if (problem) return <SendAgain problem={problem} />
  return (
    <AuthCard
      icon={<MailCheck />}
      title="Confirming your address"
      lead="One moment, your agency is being opened."
    >
      <ProgressBar label="Confirming" />
    </AuthCard>
  )
}

function SendAgain({ problem }: { problem: string }) {
  const { route } = useLocation()
  const [email, setEmail] = useState('')
  const form = useForm(['email'])
  const send = (event: Event) =>
    form.submit(event, async () => {
      await call(authApi.sendVerification, { body: { email } })
      route(`/check-inbox?email=${encodeURIComponent(email)}`)
    })
  return (
    <AuthCard
      icon={<CircleX />}
      title="This link does not work any more"
      lead={problem}
      errors={form.errors}
      foot={
        <a class="link" href="/login">
          Back to log in
        </a>
      }
    >
      <form class="grid gap-4" onSubmit={send} noValidate>
        <EmailField value={email} onChange={setEmail} {...form.errorAt('email')} />
        <Button type="submit" look="primary" size="lg" class="w-full" isBusy={form.isBusy}>
          Send a new link
        </Button>
      </form>
    </AuthCard>
  )
}
