import { cx } from './class-names.ts'

const looks = [
  ['light-dark(#dbe7ff, #203663)', 'light-dark(#1e4fbf, #a9c4ff)'],
  ['light-dark(#dff3ea, #1b3f38)', 'light-dark(#166246, #8fdcb9)'],
  ['light-dark(#fbeadb, #44311f)', 'light-dark(#8d4a12, #f0c195)'],
  ['light-dark(#ece4fb, #33294f)', 'light-dark(#5b3ba6, #c9b6f7)'],
  ['light-dark(#fbe3e8, #472632)', 'light-dark(#a32a4c, #f5abbd)'],
  ['light-dark(#dff0f7, #1b3d4d)', 'light-dark(#155e78, #98d4ec)'],
] as const

interface AvatarProps {
  name: string
  size?: number
  /** Squares are for businesses, rounds for people. */
  isSquare?: boolean
}

/** Initials on a colour that follows from the name; decoration beside the name itself. */
export function Avatar({ name, size = 24, isSquare = false }: AvatarProps) {
  const [background, color] = looks[hash(name) % looks.length] ?? looks[0]
  return (
    <span
      aria-hidden="true"
      class={cx('avatar', isSquare && 'avatar-square')}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.41), background, color }}
    >
      {initials(name, isSquare ? 1 : 2)}
    </span>
  )
}

export function initials(name: string, count: number): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words
    .slice(0, count)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0]?.toUpperCase() ?? '')
    .join('')
}

function hash(text: string): number {
  let value = 7
  for (const char of text) value = (value * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return value
}
