import { File, FileArchive, FileAudio, FileText, FileVideo, type LucideIcon } from 'lucide-preact'
import type { Asset, AssetKind } from '#workers/assets/assets.contract.ts'
import { cx } from '../../ui/class-names.ts'

const icons: Record<AssetKind, LucideIcon> = {
  image: File,
  document: FileText,
  audio: FileAudio,
  video: FileVideo,
  other: FileArchive,
}

export const kindLabels: Record<AssetKind, string> = {
  image: 'Pictures',
  document: 'Documents',
  audio: 'Sound',
  video: 'Video',
  other: 'Other files',
}

/** Address under which the dashboard shows a file; pictures in about the size they are drawn in. */
export const previewOf = ({ src, version }: Asset, width?: 320 | 1280): string =>
  `${src}?v=${version}${width ? `&width=${width}` : ''}`

interface AssetPictureProps {
  asset: Asset
  width?: 320 | 1280
  class?: string
  isWhole?: boolean
}

/** A picture as it is, anything else as a sign of its kind. */
export function AssetPicture({ asset, width = 320, class: extra, isWhole = false }: AssetPictureProps) {
  const { kind, placeholder, focus } = asset
  if (kind === 'image') {
    return (
      <img
        src={previewOf(asset, width)}
        alt=""
        loading="lazy"
        decoding="async"
        class={cx(isWhole ? 'object-contain' : 'object-cover', extra)}
        style={{
          objectPosition: `${focus.x}% ${focus.y}%`,
          ...(placeholder && { background: `center/cover url(${placeholder})` }),
        }}
      />
    )
  }
  const Icon = icons[kind]
  return (
    <span class={cx('grid place-items-center bg-surface-3 text-fg-3', extra)}>
      <Icon size={28} strokeWidth={1.5} />
    </span>
  )
}
