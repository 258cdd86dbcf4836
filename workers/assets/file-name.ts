const MAX_NAME = 120
const CONTROLS = /\p{C}/gu
/** What file systems and addresses read as something other than a letter. */
const SPECIAL = /[<>:"|?*\\/]/g

/** A name as it may stand in an address and in a download: no folders, nothing that cannot be seen, not endless. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replaceAll(CONTROLS, '')
    .replaceAll(SPECIAL, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return shortened(plain) || 'file'
}

/** The end of a name says what a file is, so it is the middle that goes. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= MAX_NAME) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, MAX_NAME - ending.length).join('') + ending
}

/** The same name with another ending. */
export const withEnding = (name: string, ending: string): string =>
  `${name.replace(/\.[^.]*$/, '')}.${ending}`
