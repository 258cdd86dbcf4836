import { useRef, useState } from 'preact/hooks'

export interface Point {
  label: string
  value: number
}

interface BarChartProps {
  title: string
  points: readonly Point[]
  height?: number
  unit: (value: number) => string
}

const TICKS = 4

/** One bar per point; pointing at one or moving with the arrows reads its value. */
export function BarChart({ title, points, height = 176, unit }: BarChartProps) {
  const [at, setAt] = useState<number | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const top = niceTop(Math.max(...points.map(({ value }) => value), 1))
  const pointed = at === null ? undefined : points[at]

  const follow = ({ clientX }: PointerEvent) => {
    if (!box.current) return
    const { left, width } = box.current.getBoundingClientRect()
    setAt(limit(Math.floor(((clientX - left) / width) * points.length), points.length))
  }
  const step = (event: KeyboardEvent) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    setAt(limit(at === null ? (direction > 0 ? 0 : points.length - 1) : at + direction, points.length))
  }

  return (
    <figure class="m-0" aria-label={title}>
      <div class="flex" style={{ height }}>
        <Axis top={top} />
        <div
          ref={box}
          class="relative flex-1 touch-pan-y"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: The arrow keys read the values one by one.
          tabIndex={0}
          role="img"
          aria-label={`${title}. Use the arrow keys to read the values.`}
          onPointerMove={follow}
          onPointerLeave={() => setAt(null)}
          onBlur={() => setAt(null)}
          onKeyDown={step}
        >
          <Lines />
          <div class="absolute inset-0 flex items-end gap-[2px]">
            {points.map(({ label, value }, index) => (
              <div key={label} class="flex h-full flex-1 items-end">
                <div
                  class={`w-full rounded-t-[2px] ${at === null || at === index ? 'bg-viz-1' : 'bg-viz-3'}`}
                  style={{
                    height: value === 0 ? '2px' : `${(value / top) * 100}%`,
                    opacity: value === 0 ? 0.35 : 1,
                  }}
                />
              </div>
            ))}
          </div>
          {pointed && at !== null && <Reading point={pointed} share={at / points.length} unit={unit} />}
        </div>
      </div>
      <div class="mt-2 ml-9 flex justify-between" aria-hidden="true">
        {edges(points).map(({ label }) => (
          <span key={label} class="eyebrow">
            {label}
          </span>
        ))}
      </div>
    </figure>
  )
}

function Lines() {
  return (
    <div class="absolute inset-0 flex flex-col justify-between" aria-hidden="true">
      {Array.from({ length: TICKS + 1 }, (_, index) => (
        <div key={index} class={`h-px ${index === TICKS ? 'bg-line' : 'bg-line-subtle'}`} />
      ))}
    </div>
  )
}

function Axis({ top }: { top: number }) {
  return (
    <div class="relative w-9 flex-none" aria-hidden="true">
      {Array.from({ length: TICKS + 1 }, (_, index) => index)
        .filter((index) => Number.isInteger((top / TICKS) * index))
        .map((index) => (
          <span
            key={index}
            class="num eyebrow absolute right-2.5 translate-y-1/2"
            style={{ bottom: `${(index / TICKS) * 100}%` }}
          >
            {(top / TICKS) * index}
          </span>
        ))}
    </div>
  )
}

function Reading({ point, share, unit }: { point: Point; share: number; unit: (value: number) => string }) {
  return (
    <div
      class="pointer-events-none absolute top-0 z-10 rounded-lg border border-line bg-overlay px-2.5 py-1.5 whitespace-nowrap shadow-3"
      style={{
        left: `${share * 100}%`,
        transform: share > 0.6 ? 'translateX(calc(-100% - 6px))' : 'translateX(14px)',
      }}
      role="status"
    >
      <div class="text-11 text-fg-3">{point.label}</div>
      <b class="num text-12 font-semibold">{unit(point.value)}</b>
    </div>
  )
}

const SPARK_WIDTH = 72
const SPARK_HEIGHT = 24

/** The shape of a series, as decoration beside its number. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null
  const most = Math.max(...values)
  const least = Math.min(...values)
  const path = values
    .map((value, index) => {
      const x = (index / (values.length - 1)) * SPARK_WIDTH
      const y = SPARK_HEIGHT - 3 - ((value - least) / (most - least || 1)) * (SPARK_HEIGHT - 6)
      return `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
  return (
    <svg
      width={SPARK_WIDTH}
      height={SPARK_HEIGHT}
      viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`}
      aria-hidden="true"
      class="overflow-visible"
    >
      <path
        d={`${path}L${SPARK_WIDTH} ${SPARK_HEIGHT}L0 ${SPARK_HEIGHT}Z`}
        style={{ fill: 'var(--viz-area)' }}
      />
      <path
        d={path}
        fill="none"
        stroke-width="1.5"
        stroke-linejoin="round"
        style={{ stroke: 'var(--viz-1)' }}
      />
    </svg>
  )
}

/** A round number at or above the highest value that divides by the ticks where it can. */
export function niceTop(most: number): number {
  if (most <= TICKS) return TICKS
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 4, 6, 8, 10].find((factor) => factor * power >= most) ?? 10
  return step * power
}

function edges(points: readonly Point[]): Point[] {
  const middle = points[Math.floor(points.length / 2)]
  return [points[0], middle, points.at(-1)].filter((point) => point !== undefined)
}

function limit(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
