import { languagesApi } from '#workers/sites/languages.contract.ts'
import { useResource } from '../../data/resources.ts'
import { FilterMenu } from '../../ui/filters.tsx'

interface LanguageFilterProps {
  websiteId: string
  value: string | undefined
  onChange: (code: string | undefined) => void
}

/** Narrows a list to a language. Nothing where there is only one. */
export function LanguageFilter({ websiteId, value, onChange }: LanguageFilterProps) {
  const languages = useResource(languagesApi.list, { params: { id: websiteId } })
  const options = (languages.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))
  if (options.length < 2) return null
  return (
    <FilterMenu
      label="Language"
      anyLabel="Any language"
      value={value}
      options={options}
      onChange={onChange}
    />
  )
}
