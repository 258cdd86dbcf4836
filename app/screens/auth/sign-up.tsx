import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { AuthCard } from './auth-card.tsx'
import { EmailField } from './email-field.tsx'
import { PasswordField } from './password-field.tsx'

export function Screen() {
  usePage('Create your agency')
  const { route } = useLocation()
  const [draft, setDraft] = useState({ agencyName: '', name: '', email: '', password: '' })
  const form = useForm(['agencyName', 'name', 'email', 'password'])
  const set = (field: keyof typeof draft) => (value: string) =>
    setDraft((now) => ({ ...now, [field]: value }))

  const signUp = (event: Event) =>
    form.submit(event, async () => {
      const { email } = await call(authApi.signUp, { body: draft })
      route(`/check-inbox?email=${encodeURIComponent(email)}`)
    })

  return (
    <AuthCard
      title="Create your agency"
      lead="Your clients, their websites and everyone who writes to them, in one place."
      errors={form.errors}
      foot={
        <>
          Already have an account?{' '}
          <a class="link" href="/login">
            Log in
          </a>
        </>
      }
    >
      <form class="grid gap-4" onSubmit={signUp} noValidate>
        <TextField
          name="agencyName"
          label="Name of your agency"
          value={draft.agencyName}
          onChange={set('agencyName')}
          autocomplete="organization"
          placeholder="Northpeak Studio"
          required
          isLarge
          {...form.errorAt('agencyName')}
        />
        <TextField
          name="name"
          label="Your name"
          value={draft.name}
          onChange={set('name')}
          autocomplete="name"
          required
          isLarge
          {...form.errorAt('name')}
        />
        <EmailField
          label="Work e-mail"
          value={draft.email}
          onChange={set('email')}
          {...form.errorAt('email')}
        />
        <PasswordField
          value={draft.password}
          onChange={set('password')}
          autocomplete="new-password"
          hint="At least 12 characters. A few words in a row are easy to remember."
          {...form.errorAt('password')}
        />
        <Button type="submit" look="primary" size="lg" isBusy={form.isBusy} class="mt-1 w-full">
          Create agency
        </Button>
      </form>
    </AuthCard>
  )
}
