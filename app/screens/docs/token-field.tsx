import { KeyRound } from 'lucide-preact'
import { useActor } from '../../data/actor.ts'

interface TokenFieldProps {
  value: string
  onChange: (value: string) => void
}

/** A token pasted here is sent with every try and kept nowhere. */
export function TokenField({ value, onChange }: TokenFieldProps) {
  const isSignedIn = useActor() !== null
  return (
    <div class="relative min-w-52 flex-1 sm:max-w-80">
      <KeyRound size={14} class="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-fg-3" />
      <input
        type="password"
        class="input pl-8!"
        aria-label="Access token for trying out"
        placeholder={isSignedIn ? 'Your session, or paste a token' : 'Paste an access token to try it out'}
        autocomplete="off"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value.trim())}
      />
    </div>
  )
}
