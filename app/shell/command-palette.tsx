import { Search } from 'lucide-preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useActor, useMay } from '../data/actor.ts'
import { isAbort } from '../problem.ts'
import { Layer } from '../ui/dialog.tsx'
import { score } from '../ui/score.ts'
import { type Command, commandsFor, findEverywhere } from './commands.tsx'
import { leaveFor } from './leaving.ts'

const TYPING_MS = 110
/** Points of a label that begins with what was typed. */
const BY_NAME = 95

/** Everything by typing: screens, actions, and clients, websites and contacts by name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { route } = useLocation()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const { groups, flat, isSearching } = useCommands(typed)

  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run?.()
    if (command.href) leaveFor(command.href, route)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setActive((active + step + flat.length) % Math.max(1, flat.length))
    else if (event.key === 'Enter') run(flat[active])
    else return
    event.preventDefault()
  }

  return (
    <Layer
      class="dialog dialog-top mt-[12vh]!"
      label="Search and commands"
      onClose={onClose}
      widthVariable="--dialog-width"
      width={620}
    >
      <div class="flex h-12 flex-none items-center gap-2.5 border-b border-line px-4">
        <Search size={16} strokeWidth={1.75} class="flex-none text-fg-3" />
        <input
          data-autofocus
          class="min-w-0 flex-1 bg-transparent text-14 outline-none placeholder:text-fg-3"
          placeholder="Search clients, websites, contacts or run a command"
          role="combobox"
          aria-label="Search and commands"
          aria-expanded="true"
          aria-controls="palette-results"
          aria-autocomplete="list"
          {...(flat[active] && { 'aria-activedescendant': `palette-${active}` })}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        {isSearching ? <span class="spinner text-fg-3" /> : <span class="kbd">Esc</span>}
      </div>
      <Results groups={groups} flat={flat} active={active} onActive={setActive} onRun={run} />
      {flat.length === 0 && !isSearching && (
        <p class="px-4 pt-2 pb-10 text-center text-fg-2">
          Nothing found for “{typed}”. Try a client’s name or “add client”.
        </p>
      )}
    </Layer>
  )
}

type Groups = readonly (readonly [string, readonly Command[]])[]

interface ResultsProps {
  groups: Groups
  flat: readonly Command[]
  active: number
  onActive: (index: number) => void
  onRun: (command: Command) => void
}

function Results({ groups, flat, active, onActive, onRun }: ResultsProps) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id="palette-results"
      role="listbox"
      aria-label="Results"
      class="max-h-96 min-h-0 overflow-auto p-1.5"
    >
      {groups.map(([group, commands]) => (
        // biome-ignore lint/a11y/useSemanticElements: A fieldset has no place inside a list box.
        <div key={group} role="group" aria-label={group}>
          <div class="eyebrow px-2.5 pt-2 pb-1" aria-hidden="true">
            {group}
          </div>
          {commands.map((command) => {
            const index = flat.indexOf(command)
            return (
              <ResultRow
                key={command.id}
                command={command}
                index={index}
                isActive={index === active}
                onActive={onActive}
                onRun={onRun}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface ResultRowProps {
  command: Command
  index: number
  isActive: boolean
  onActive: (index: number) => void
  onRun: (command: Command) => void
}

function ResultRow({ command, index, isActive, onActive, onRun }: ResultRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: The input handles the keys for the whole list.
    <div
      id={`palette-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      data-active={isActive}
      class="item h-9 rounded-md! px-2.5!"
      onMouseMove={() => onActive(index)}
      onClick={() => onRun(command)}
    >
      {command.icon}
      <span class="truncate">{command.label}</span>
      {command.hint && <span class="truncate text-fg-3">{command.hint}</span>}
      <span class="flex-1" />
      {command.keys?.map((key) => (
        <span key={key} class="kbd" aria-hidden="true">
          {key}
        </span>
      ))}
    </div>
  )
}

function useCommands(typed: string) {
  const may = useMay()
  const userId = useActor()?.userId ?? ''
  const commands = useMemo(() => commandsFor(may, userId), [userId])
  const [found, setFound] = useState<readonly Command[]>([])
  const [isSearching, setSearching] = useState(false)
  const text = typed.trim()

  useEffect(() => {
    if (text.length < 2) {
      setFound([])
      return
    }
    const abort = new AbortController()
    setSearching(true)
    const timer = setTimeout(async () => {
      const answer = await findEverywhere(text, may, abort.signal).catch((thrown) => {
        if (!isAbort(thrown)) throw thrown
        return []
      })
      if (abort.signal.aborted) return
      setFound(answer)
      setSearching(false)
    }, TYPING_MS)
    return () => {
      abort.abort()
      clearTimeout(timer)
      setSearching(false)
    }
  }, [text])

  const groups = useMemo(() => grouped(ordered(commands, found, text)), [found, commands, text])
  return { groups, flat: groups.flatMap(([, members]) => members), isSearching }
}

/** What is called by its own words comes first, then what was found, then what resembles the words. */
function ordered(commands: readonly Command[], found: readonly Command[], text: string): readonly Command[] {
  if (!text) return commands.filter(({ group }) => group !== 'Appearance')
  const rated = commands
    .map((command) => ({
      command,
      points: Math.max(score(command.label, text), score(command.keywords ?? '', text) * 0.8),
    }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  const called = rated.filter(({ points }) => points >= BY_NAME)
  const alike = rated.filter(({ points }) => points < BY_NAME)
  return [...called.map(({ command }) => command), ...found, ...alike.map(({ command }) => command)]
}

function grouped(commands: readonly Command[]): Groups {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const group = groups.get(command.group) ?? []
    group.push(command)
    groups.set(command.group, group)
  }
  return [...groups]
}
