import type { ComponentChildren } from 'preact'
import { sizesOf } from '#workers/assets/file-address.contract.ts'
import type { Edit, HeadingLevel } from './block.ts'
import { type IconName, iconOutline } from './icons.ts'
import { phoneText, safeHref, safeSource } from './safe-href.ts'

/** Pieces that several blocks draw. */

interface Anchor {
  label: string
  href: string
}

interface Image {
  src: string
  alt: string
  width?: number | undefined
  height?: number | undefined
  focus?: string | undefined
  placeholder?: string | undefined
}

type HeadingProps = { level: HeadingLevel; class?: string; children?: ComponentChildren }
const tags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const

export function Heading({ level, ...rest }: HeadingProps) {
  const Tag = tags[level]
  return <Tag {...rest} />
}

/** The level for headings below one that may be missing. */
export const below = (level: HeadingLevel, heading: string): HeadingLevel =>
  // safe: 4 is the deepest, and a level is at least 1
  (heading ? Math.min(level + 1, 4) : level) as HeadingLevel

/** Plain text in paragraphs; an empty line starts a new one. */
export function Text({ text, ...rest }: { text: string; class?: string }) {
  if (!text) return null
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim())
  if (paragraphs.length < 2) return <p {...rest}>{lines(text)}</p>
  return (
    <div {...rest}>
      {paragraphs.map((part) => (
        <p key={part}>{lines(part)}</p>
      ))}
    </div>
  )
}

export const lines = (text: string): ComponentChildren =>
  text.includes('\n')
    ? text.split('\n').map((part, index) => (index === 0 ? part : [<br key={part} />, part]))
    : text

interface SectionHeadProps {
  heading: string
  text?: string
  level: HeadingLevel
  edit: Edit
}

/** A section's heading and the sentence or two below it. */
export function SectionHead({ heading, text = '', level, edit }: SectionHeadProps) {
  if (!heading && !text) return null
  return (
    <div class="head">
      {heading && (
        <Heading level={level} class="title" {...edit('heading')}>
          {heading}
        </Heading>
      )}
      <Text class="lead" text={text} {...edit('text')} />
    </div>
  )
}

export function Button({ link, look, ...rest }: { link: Anchor; look?: 'second' | 'small' }) {
  const href = safeHref(link.href)
  if (!href || !link.label) return null
  return (
    <a class={look ? `button ${look}` : 'button'} href={href} {...rest}>
      {href.startsWith('tel:') ? phoneText(link.label) : link.label}
    </a>
  )
}

/** The one or two things a visitor may do next. */
export function Buttons({ primary, secondary, edit }: { primary: Anchor; secondary?: Anchor; edit: Edit }) {
  if (!hasTarget(primary) && !(secondary && hasTarget(secondary))) return null
  return (
    <div class="buttons">
      <Button link={primary} {...edit('primary.label')} />
      {secondary && <Button link={secondary} look="second" {...edit('secondary.label')} />}
    </div>
  )
}

export const hasTarget = (link: Anchor): boolean => Boolean(link.label && safeHref(link.href))

/** A quiet link with an arrow. */
export function More({ link }: { link: Anchor }) {
  if (!hasTarget(link)) return null
  return (
    <a class="more" href={safeHref(link.href)}>
      {link.label}
    </a>
  )
}

interface PhotoProps {
  image: Image
  /** Whether it is likely to be the first a visitor sees. */
  isFirst?: boolean
  class?: string
  /** How wide it is drawn, for browsers that cannot tell by themselves. */
  sizes?: string
}

/** Wide on a telephone, at most a column of a page on a desk. */
const USUAL_SIZES = '(max-width: 60rem) 100vw, 60rem'

export function Photo({ image, isFirst = false, sizes = USUAL_SIZES, ...rest }: PhotoProps) {
  const src = safeSource(image.src)
  if (!src) return null
  const sources = sizesOf(src, image.width ?? 0)
  return (
    <img
      src={src}
      srcset={sources.map(({ path, width }) => `${path} ${width}w`).join(', ') || undefined}
      sizes={sources.length > 0 ? `${isFirst ? '' : 'auto, '}${sizes}` : undefined}
      alt={image.alt}
      width={image.width}
      height={image.height}
      style={photoStyle(image)}
      loading={isFirst ? undefined : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding="async"
      {...rest}
    />
  )
}

function photoStyle({ focus, placeholder }: Image): string | undefined {
  const position = focus ? `object-position:${focus};` : ''
  return (
    position + (placeholder ? `background:${focus ?? 'center'}/cover url(${placeholder})` : '') || undefined
  )
}

export const hasPhoto = (image: Image): boolean => safeSource(image.src) !== undefined

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconOutline(name)} />
    </svg>
  )
}

interface ScrollerProps {
  tag?: 'section' | 'ul' | 'pre'
  class?: string
  label?: string
  children?: ComponentChildren
}

/** What scrolls on its own; it takes the focus, so that the arrow keys scroll it too. */
export function Scroller({ tag: Tag = 'section', label, ...rest }: ScrollerProps) {
  return <Tag tabIndex={0} aria-label={label || undefined} {...rest} />
}

/** A small round portrait, or the initials of who has none. */
export function Avatar({ name, image }: { name: string; image: Image }) {
  if (hasPhoto(image)) return <Photo image={image} class="avatar" sizes="6rem" />
  return (
    <span class="avatar" aria-hidden="true">
      {initials(name)}
    </span>
  )
}

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** What the builder shows where something is still to be chosen; a published page has none of it. */
export function Missing({ edit, icon, text }: { edit: Edit; icon: IconName; text: string }) {
  if (!isEdited(edit)) return null
  return (
    <div
      data-missing
      style="display:grid;justify-items:center;gap:.75rem;padding:3rem 1.5rem;border:1.5px dashed var(--edge);border-radius:var(--radius);color:var(--fg2);text-align:center"
    >
      <span style="width:1.75rem">
        <Icon name={icon} />
      </span>
      {text}
    </div>
  )
}

/** Whether it is the builder that draws. */
export const isEdited = (edit: Edit): boolean => edit('') !== undefined
