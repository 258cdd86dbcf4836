import { templateCategories } from '#workers/sites/templates/template.contract.ts'
import type { TemplateCard } from '#workers/sites/templates.contract.ts'
import { cx } from '../../ui/class-names.ts'

type Category = TemplateCard['category']

export const categoryNames: Record<Category, string> = {
  services: 'Services',
  health: 'Health and sport',
  food: 'Food and drink',
  shops: 'Shops',
  creative: 'Creative',
  technology: 'Technology',
  community: 'Community and events',
  publishing: 'Publishing',
  blank: 'Blank',
}

interface Wish {
  search: string
  category: Category | undefined
}

/** Those that hold every word of the search somewhere in what is said of them. */
export function findTemplates(
  templates: readonly TemplateCard[],
  { search, category }: Wish,
): TemplateCard[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return templates.filter((template) => {
    const { name, industry, description, pages } = template
    const said = [name, industry, description, categoryNames[template.category], ...pages]
      .join(' ')
      .toLowerCase()
    return (!category || template.category === category) && words.every((word) => said.includes(word))
  })
}

interface TemplateCategoriesProps {
  templates: readonly TemplateCard[]
  value: Category | undefined
  onChange: (value: Category | undefined) => void
}

/** The categories there are templates of. */
export function TemplateCategories({ templates, value, onChange }: TemplateCategoriesProps) {
  const present = templateCategories.filter((each) => templates.some(({ category }) => category === each))
  return (
    <div class="flex flex-wrap gap-1.5">
      {[undefined, ...present].map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          aria-pressed={each === value}
          onClick={() => onChange(each)}
          class={cx(
            'h-7 rounded-full border px-3 text-12',
            each === value
              ? 'border-brand bg-brand-subtle font-medium text-brand-text'
              : 'border-line text-fg-2 hover:border-line-strong hover:text-fg',
          )}
        >
          {each ? categoryNames[each] : 'All'}
        </button>
      ))}
    </div>
  )
}
