import type { Source } from './attribute-values.ts'

const KNOWN =
  /^(?:align(?:left|right|center|wide|full|none)|wp-caption(?:-text|-dd)?|(?:blocks-)?gallery(?:-[a-z0-9-]{1,40})?|galleryid-\d{1,9}|columns-\d|size-[a-z0-9-]{1,40}|has-text-align-(?:left|center|right|justify)|has-drop-cap|language-[\w+#-]{1,30}|wp-(?:block|element)-[a-z0-9_-]{1,60}|is-style-[a-z0-9-]{1,40}|footnotes|footnote-ref|footnote-back|task|is-done)$/
const STYLED_ALIGNMENT = /(?:^|;)\s{0,9}text-align\s{0,9}:\s{0,9}(left|right|center|justify)\b/i
const OLD_ALIGNMENT = /^(?:left|right|center|justify)$/i
const MAX_CLASSES = 12

/** The class names worth keeping; alignment written as a style or an old attribute becomes the class that means the same. */
export function knownClasses(source: Source): string[] {
  const names = (source.get('class') ?? '').slice(0, 2000).split(/\s+/)
  const known = names.filter((name) => KNOWN.test(name))
  const isAligned = known.some((name) => name.startsWith('has-text-align-'))
  const style = STYLED_ALIGNMENT.exec((source.get('style') ?? '').slice(0, 2000))?.[1]
  const alignment = (style ?? OLD_ALIGNMENT.exec(source.get('align') ?? '')?.[0])?.toLowerCase()
  if (alignment && !isAligned) known.push(`has-text-align-${alignment}`)
  return [...new Set(known)].slice(0, MAX_CLASSES)
}
