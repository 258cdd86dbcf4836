import { Eye, EyeOff } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { TextField } from '../../ui/field.tsx'

interface PasswordFieldProps {
  label?: string
  value: string
  onChange: (value: string) => void
  autocomplete: 'current-password' | 'new-password'
  error?: string
  hint?: string
  aside?: ComponentChildren
}

export function PasswordField({ label = 'Password', ...rest }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <TextField
      {...rest}
      name="password"
      label={label}
      type={isShown ? 'text' : 'password'}
      required
      isLarge
      after={
        <button
          type="button"
          class="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-fg-3 hover:text-fg"
          aria-label={isShown ? 'Hide the password' : 'Show the password'}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon size={16} strokeWidth={1.75} />
        </button>
      }
    />
  )
}
