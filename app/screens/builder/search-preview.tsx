import { bareAddress } from '../../ui/external-link.tsx'

/** What search engines cut off, in characters. */
const TITLE_SHOWN = 60
const DESCRIPTION_SHOWN = 155

interface SearchPreviewProps {
  site: string
  url: string
  path: string
  title: string
  description: string
  isHidden: boolean
}

/** About how the page looks among the results of a search. */
export function SearchPreview({ site, url, path, title, description, isHidden }: SearchPreviewProps) {
  const steps = [bareAddress(url), ...path.split('/').filter(Boolean)]
  return (
    <figure>
      <figcaption class="label">In search results</figcaption>
      <div class="rounded-md border border-line bg-surface p-3">
        {isHidden ? (
          <p class="text-12 text-fg-3">Search engines are asked to leave this page out.</p>
        ) : (
          <>
            <div class="flex items-center gap-2">
              <span
                class="grid h-6 w-6 flex-none place-items-center rounded-full bg-surface-3 text-11 font-semibold text-fg-2"
                aria-hidden="true"
              >
                {site.charAt(0).toUpperCase()}
              </span>
              <div class="min-w-0 text-11">
                <div class="truncate text-fg">{site}</div>
                <div class="truncate text-fg-3">{steps.join(' › ')}</div>
              </div>
            </div>
            <div class="mt-1.5 line-clamp-2 text-14 text-[light-dark(#1a0dab,#99c3ff)]">
              {shortened(title, TITLE_SHOWN) || 'Untitled'}
            </div>
            <p class="mt-0.5 text-12 text-fg-2">
              {shortened(description, DESCRIPTION_SHOWN) ||
                'Without a description, search engines choose words from the page.'}
            </p>
          </>
        )}
      </div>
    </figure>
  )
}

function shortened(text: string, length: number): string {
  const plain = text.trim()
  return plain.length <= length ? plain : `${plain.slice(0, length).replace(/\s+\S*$/, '')} …`
}
