import type { LanguageFallback } from '#workers/sites/languages.contract.ts'
import { SelectField } from '../../ui/field.tsx'

const options: { value: LanguageFallback; label: string }[] = [
  { value: 'original', label: 'Show the original' },
  { value: 'none', label: 'Show “not found”' },
]

interface FallbackFieldProps {
  value: LanguageFallback
  onChange: (value: LanguageFallback) => void
  disabled?: boolean
}

/** What visitors get where a page is not translated. */
export const FallbackField = ({ value, onChange, disabled = false }: FallbackFieldProps) => (
  <SelectField
    name="fallback"
    label="Where a page is not translated"
    hint={
      value === 'original'
        ? 'Search engines are led to the original.'
        : 'Menus leave out what is not translated.'
    }
    value={value}
    options={options}
    disabled={disabled}
    onChange={onChange}
  />
)
