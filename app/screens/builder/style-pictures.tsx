import type { ComponentChildren } from 'preact'

/** Small pictures of what a look does, 24 by 16. */
function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 24 16" width="24" height="16" fill="currentColor" aria-hidden="true">
      {children}
    </svg>
  )
}

/** The two colours of a tone, as they are in the website's design. */
export function Swatch({ back, text }: { back: string; text: string }) {
  return (
    <Picture>
      <rect x="0.5" y="0.5" width="23" height="15" rx="3" fill={back} stroke="var(--border-strong)" />
      <rect x="5" y="5" width="14" height="2" rx="1" fill={text} />
      <rect x="5" y="9" width="9" height="2" rx="1" fill={text} />
    </Picture>
  )
}

/** A line with space above and below. */
export function Padded({ space }: { space: number }) {
  return (
    <Picture>
      <rect x="3" y={6.5 - space} width="18" height="1" rx="0.5" opacity="0.5" />
      <rect x="6" y="7" width="12" height="2" rx="1" />
      <rect x="3" y={8.5 + space} width="18" height="1" rx="0.5" opacity="0.5" />
    </Picture>
  )
}

/** Content of a width on a page. */
export function Wide({ width }: { width: number }) {
  return (
    <Picture>
      <rect x="0.5" y="1.5" width="23" height="13" rx="2" fill="none" stroke="currentColor" opacity="0.4" />
      <rect x={12 - width / 2} y="5" width={width} height="6" rx="1" />
    </Picture>
  )
}

export function Aligned({ isCentred = false }: { isCentred?: boolean }) {
  const widths = [16, 10, 14]
  return (
    <Picture>
      {widths.map((width, index) => (
        <rect
          key={width}
          x={isCentred ? 12 - width / 2 : 3}
          y={3 + index * 4}
          width={width}
          height="2"
          rx="1"
        />
      ))}
    </Picture>
  )
}
