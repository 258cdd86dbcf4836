import { MailCheck } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { authApi } from '#workers/auth/auth.contract.ts'
import { call } from '../../api.ts'
import { useForm } from '../../data/form.ts'
import { usePage } from '../../shell/page.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toasts.tsx'
import { AuthCard } from './auth-card.tsx'

/** A mail that is on its way needs a moment before another one makes sense. */
const PAUSE_S = 30

/** After signing up, or with `?for=password` after asking for a new password. */
export function Screen() {
  usePage('Check your inbox')
  const { query } = useLocation()
  const email = query.email ?? ''
  const isForPassword = query.for === 'password'
  const [waitS, setWaitS] = useState(isForPassword || !email ? 0 : PAUSE_S)
  const form = useForm([])

  useEffect(() => {
    if (waitS === 0) return
    const timer = setTimeout(() => setWaitS(waitS - 1), 1000)
    return () => clearTimeout(timer)
  }, [waitS])

  const sendAgain = (event: Event) =>
    form.submit(event, async () => {
      const endpoint = isForPassword ? authApi.sendPasswordReset : authApi.sendVerification
      await call(endpoint, { body: { email } })
      setWaitS(PAUSE_S)
      toast({ title: 'The mail is on its way', body: email })
    })

  return (
    <AuthCard
      icon={<MailCheck />}
      title="Check your inbox"
      lead={
        <>
          We sent a link to <b class="font-semibold text-fg">{email || 'your address'}</b>.{' '}
          {isForPassword
            ? 'If that address has an account, the link lets you choose a new password.'
            : 'Open it to confirm that the address is yours; then your agency is ready.'}
        </>
      }
      errors={form.errors}
      foot={
        <a class="link" href="/login">
          Back to log in
        </a>
      }
    >
      <form class="grid gap-3" onSubmit={sendAgain}>
        <Button type="submit" size="lg" class="w-full" isBusy={form.isBusy} disabled={waitS > 0 || !email}>
          {waitS > 0 ? `Send it again in ${waitS} s` : 'Send it again'}
        </Button>
        <p class="text-center text-12 text-fg-3">Nothing there? Look in the spam folder first.</p>
      </form>
    </AuthCard>
  )
}
