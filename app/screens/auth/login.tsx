import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { destination } from '../../shell/destination.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AuthCard } from './auth-card.tsx'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'

export function Screen() {
  usePage('Log in')
  const { query } = useLocation()
  const [email, setEmail] = useState(query.email ?? '')
  const [password, setPassword] = useState('')
  const form = useForm(['email', 'password'])

  const logIn = (event: Event) =>
    form.submit(event, async () => {
      await call(authApi.startSession, { body: { email, password } })
      location.assign(destination(query.next))
    })

  return (
    <AuthCard
      title="Log in"
      lead="Welcome back."
      errors={form.errors}
      foot={
        <>
          New here?{' '}
          <a class="link" href="/sign-up">
            Create your agency
          </a>
        </>
      }
    >
      <form class="grid gap-4" onSubmit={logIn} noValidate>
        {query.notice === 'password-changed' && (
          <Notice tone="success">Your password has been changed. Log in with the new one.</Notice>
        )}
        <EmailField value={email} onChange={setEmail} {...form.errorAt('email')} />
        <PasswordField
          value={password}
          onChange={setPassword}
          autocomplete="current-password"
          {...form.errorAt('password')}
          aside={
            <a class="link text-12" href={`/forgot-password?email=${encodeURIComponent(email)}`}>
              Forgot it?
            </a>
          }
        />
        <Button type="submit" look="primary" size="lg" isBusy={form.isBusy} class="mt-1 w-full">
          Log in
        </Button>
        {form.errors.top && email && (
          <p class="text-center text-12 text-fg-3">
            Not confirmed your address yet?{' '}
            <a class="prose-link" href={`/check-inbox?email=${encodeURIComponent(email)}`}>
              Get the mail again
            </a>
          </p>
        )}
      </form>
    </AuthCard>
  )
}
