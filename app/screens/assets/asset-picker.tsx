import { useState } from 'preact/hooks'
import type { Asset, AssetKind } from '#workers/assets/assets.contract.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Library } from './library.tsx'
import type { LibraryFilters } from './library-tools.tsx'

interface AssetPickerProps {
  websiteId: string
  /** The only kind that may be chosen; every kind when left out. */
  kind?: AssetKind
  onPick: (asset: Asset) => void
  onClose: () => void
}

/** The website's library, to choose one file from; what is uploaded meanwhile can be chosen at once. */
export function AssetPicker({ websiteId, kind, onPick, onClose }: AssetPickerProps) {
  const [filters, setFilters] = useState<LibraryFilters>({})
  return (
    <Dialog title={kind === 'image' ? 'Choose a picture' : 'Choose a file'} onClose={onClose} width={960}>
      <div class="min-h-[60dvh]">
        <Library
          websiteId={websiteId}
          filters={filters}
          onFilter={(change) => setFilters((now) => withoutEmpty({ ...now, ...change }))}
          onPick={(asset) => {
            onPick(asset)
            onClose()
          }}
          {...(kind && { kind })}
        />
      </div>
    </Dialog>
  )
}

const withoutEmpty = (
  filters: { [Name in keyof LibraryFilters]?: LibraryFilters[Name] | undefined },
): LibraryFilters =>
  // safe: only drops what is undefined
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as LibraryFilters
