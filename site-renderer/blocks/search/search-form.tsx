import type { Words } from '../../words/words.ts'

interface SearchFormProps {
  action: string
  words: Words
  value?: string
  placeholder?: string
  button?: string
}

/** Leads to the site's own search; an ordinary form, so that it works without a script. */
export function SearchForm({ action, words, value = '', placeholder, button }: SearchFormProps) {
  return (
    <search>
      <form class="search-form" action={action} method="get">
        <input
          type="search"
          name="q"
          aria-label={words.searchSite}
          placeholder={placeholder || words.searchSite}
          defaultValue={value}
          maxLength={200}
          autocomplete="off"
          required
        />
        <button type="submit" class="button">
          {button || words.search}
        </button>
      </form>
    </search>
  )
}
