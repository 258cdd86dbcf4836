/** The product's mark: a crown of three solid towers. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <span
      class="grid flex-none place-items-center rounded-md bg-brand text-on-brand"
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <svg
        width={size * 0.62}
        height={size * 0.62}
        viewBox="0 0 16 16"
        fill="currentColor"
        aria-hidden="true"
      >
        <path d="M1 4.2 4.6 7 8 1.6 11.4 7 15 4.2 13.8 11H2.2Z" />
        <rect x="2.2" y="12.3" width="11.6" height="2.1" rx=".6" />
      </svg>
    </span>
  )
}
