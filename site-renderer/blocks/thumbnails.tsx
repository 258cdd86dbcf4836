import { businessThumbnails } from './thumbnails/business.ts'
import { contentThumbnails } from './thumbnails/content.ts'
import { heroThumbnails } from './thumbnails/hero.ts'
import { listThumbnails } from './thumbnails/lists.ts'
import { mediaThumbnails } from './thumbnails/media.ts'
import { sectionThumbnails } from './thumbnails/sections.ts'
import type { Shape, Thumbnails } from './thumbnails/shapes.ts'
import { structureThumbnails } from './thumbnails/structure.ts'

const thumbnails: Thumbnails = {
  ...heroThumbnails,
  ...sectionThumbnails,
  ...contentThumbnails,
  ...mediaThumbnails,
  ...listThumbnails,
  ...businessThumbnails,
  ...structureThumbnails,
}

const fills: Record<Shape['tone'], string> = {
  ink: 'var(--thumb-ink, currentColor)',
  faint: 'var(--thumb-ink, currentColor)',
  soft: 'var(--thumb-soft, color-mix(in srgb, currentColor 18%, transparent))',
  paper: 'var(--thumb-paper, Canvas)',
  brand: 'var(--thumb-brand, var(--brand, currentColor))',
}

export const hasThumbnail = (type: string): boolean => Object.hasOwn(thumbnails, type)

/** A block as a few shapes, by which it is recognised before its name is read; the place it stands in sets the colours. */
export function Thumbnail({ type }: { type: string }) {
  const shapes = hasThumbnail(type) ? (thumbnails[type] ?? []) : []
  return (
    <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true" focusable="false">
      {shapes.map(({ tone, x, y, width, height, radius }) => (
        <rect
          key={`${tone} ${x} ${y} ${width} ${height}`}
          x={x}
          y={y}
          width={width}
          height={height}
          rx={radius}
          fill={fills[tone]}
          fill-opacity={tone === 'faint' ? 0.4 : undefined}
        />
      ))}
    </svg>
  )
}
