import { Star } from 'lucide-preact'
import { cx } from '../../ui/class-names.ts'

const five = [1, 2, 3, 4, 5] as const

/** A rating as stars, said in words for who does not see them. */
export function Stars({ rating, count }: { rating: number | null; count?: number }) {
  if (rating === null) return <span class="text-fg-3">Not rated yet</span>
  return (
    <span class="inline-flex items-center gap-1">
      <span class="sr">{`${rating} of 5 stars`}</span>
      <span class="flex" aria-hidden="true">
        {five.map((each) => (
          <StarIcon key={each} isOn={each <= Math.round(rating)} />
        ))}
      </span>
      {count !== undefined && (
        <span class="num text-fg-3">
          {rating.toFixed(1)} ({count})
        </span>
      )}
    </span>
  )
}

function StarIcon({ isOn, size = 13 }: { isOn: boolean; size?: number }) {
  return <Star size={size} class={cx(isOn ? 'fill-current text-warning' : 'text-fg-3')} />
}

interface StarChoiceProps {
  value: number
  onChange: (value: number) => void
}

/** One to five, as radio buttons, so that arrow keys choose. */
export function StarChoice({ value, onChange }: StarChoiceProps) {
  return (
    <fieldset>
      <legend class="mb-1.5 font-medium">Rating</legend>
      <div class="flex gap-1">
        {five.map((each) => (
          <label
            key={each}
            class="cursor-pointer rounded-md p-1 has-focus-visible:outline-2 has-focus-visible:outline-(--ring)"
          >
            <input
              type="radio"
              name="rating"
              class="sr"
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
              aria-label={each === 1 ? '1 star' : `${each} stars`}
            />
            <StarIcon isOn={each <= value} size={22} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
