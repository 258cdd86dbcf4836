import { TextField } from '../../ui/field.tsx'

interface EmailFieldProps {
  label?: string
  value: string
  onChange: (value: string) => void
  error?: string
}

export function EmailField({ label = 'E-mail address', ...rest }: EmailFieldProps) {
  return (
    <TextField
      {...rest}
      name="email"
      label={label}
      type="email"
      autocomplete="username"
      inputMode="email"
      spellcheck={false}
      required
      isLarge
    />
  )
}
