import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { AuthCard } from './auth-card.tsx'
import { EmailField } from './email-field.tsx'

export function Screen() {
  usePage('Forgot your password?')
  const { query, route } = useLocation()
  const [email, setEmail] = useState(query.email ?? '')
  const form = useForm(['email'])

  const send = (event: Event) =>
    form.submit(event, async () => {
      await call(authApi.sendPasswordReset, { body: { email } })
      route(`/check-inbox?for=password&email=${encodeURIComponent(email)}`)
    })

  return (
    <AuthCard
      title="Forgot your password?"
      lead="Tell us your address and we send you a link to choose a new one."
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
          Send the link
        </Button>
      </form>
    </AuthCard>
  )
}
