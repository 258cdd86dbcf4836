import { Avatar } from '../../ui/avatar.tsx'
import { colorOf } from './presence.ts'
import { useTogether } from './together.ts'

const MAX_SHOWN = 4

/** Faces of those who have the page open too, in the colour of their outlines. */
export function WhoIsHere() {
  const others = useTogether().presence.others.value
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ name }) => name))].join(', ')
  return (
    <span class="ml-2 flex flex-none items-center" role="img" aria-label={`Here too: ${names}`} title={names}>
      {others.slice(0, MAX_SHOWN).map((other) => (
        <span key={other.editor} class="presence-face" style={{ borderColor: colorOf(other) }}>
          <Avatar name={other.name} size={22} />
        </span>
      ))}
      {others.length > MAX_SHOWN && <span class="text-12 text-fg-3">+{others.length - MAX_SHOWN}</span>}
    </span>
  )
}
