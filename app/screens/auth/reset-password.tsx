import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { AuthCard } from './auth-card.tsx'
import { PasswordField } from './password-field.tsx'

/** Where the link in the password mail leads. */
export function Screen() {
  usePage('Choose a new password')
  const { query } = useLocation()
  const [password, setPassword] = useState('')
  const form = useForm(['password'])

  const save = (event: Event) =>
    form.submit(event, async () => {
      await call(authApi.resetPassword, { body: { token: query.token ?? '', password } })
      location.assign('/login?notice=password-changed')
    })

  return (
    <AuthCard
      title="Choose a new password"
      lead="All other devices will be logged out."
      errors={form.errors}
      foot={
        <a class="link" href="/forgot-password">
          Get a new link
        </a>
      }
    >
      <form class="grid gap-4" onSubmit={save} noValidate>
        <PasswordField
          label="New password"
          value={password}
          onChange={setPassword}
          autocomplete="new-password"
          hint="At least 12 characters."
          {...form.errorAt('password')}
        />
        <Button type="submit" look="primary" size="lg" class="w-full" isBusy={form.isBusy}>
          Save the password
        </Button>
      </form>
    </AuthCard>
  )
}
