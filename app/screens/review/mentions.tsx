import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { PagePerson } from '#workers/review/threads.contract.ts'
import { Avatar } from '../../ui/avatar.tsx'

const MAX_OFFERED = 6
/** An “@” and what was typed after it, up to the caret. */
const NAMING = /(?:^|\s)@([^@\n]{0,40})$/u

export interface Mentions {
  offered: readonly PagePerson[]
  active: number
  /** Looks again after something was typed. */
  look: (box: HTMLTextAreaElement) => void
  pick: (person: PagePerson) => void
  close: () => void
  /** Deals with a key of the list; answers whether it was one. */
  onKey: (event: KeyboardEvent) => boolean
}

/** Offers people while someone types a name after an “@”. */
export function useMentions(
  box: RefObject<HTMLTextAreaElement>,
  people: readonly PagePerson[],
  onChange: (body: string) => void,
): Mentions {
  const [typed, setTyped] = useState<string | undefined>()
  const [active, setActive] = useState(0)
  const offered = typed === undefined ? [] : matching(people, typed)
  const close = () => setTyped(undefined)

  const look = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setActive(0)
    setTyped(NAMING.exec(value.slice(0, selectionStart))?.[1])
  }
  const pick = ({ name }: PagePerson) => {
    const element = box.current
    if (!element || typed === undefined) return
    const caret = element.selectionStart
    const before = `${element.value.slice(0, caret - typed.length)}${name} `
    onChange(before + element.value.slice(caret))
    close()
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(before.length, before.length)
    })
  }
  const onKey = ({ key }: KeyboardEvent): boolean => {
    const chosen = offered[active]
    if (!chosen) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step) setActive((active + step + offered.length) % offered.length)
    else if (key === 'Enter' || key === 'Tab') pick(chosen)
    else if (key === 'Escape') close()
    else return false
    return true
  }
  return { offered, active, look, pick, close, onKey }
}

function matching(people: readonly PagePerson[], typed: string): PagePerson[] {
  const wanted = typed.trim().toLowerCase()
  return people.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, MAX_OFFERED)
}

/** The list that belongs to a box people are named in. */
export function MentionList({ id, mentions }: { id: string; mentions: Mentions }) {
  const { offered, active, pick } = mentions
  return (
    <div
      id={id}
      role="listbox"
      aria-label="People to name"
      class="mention-list"
      hidden={offered.length === 0}
    >
      {offered.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class="item"
          onMouseDown={(event) => {
            event.preventDefault()
            pick(person)
          }}
        >
          <Avatar name={person.name} size={20} />
          <span class="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  )
}
