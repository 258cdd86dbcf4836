import * as z from 'zod/mini'
import { SEARCH_PATH } from '#workers/sites/site-paths.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { SectionHead } from '../parts.tsx'
import { area, line } from '../properties.ts'
import { SearchForm } from './search-form.tsx'

export const search = block({
  type: 'search',
  version: 1,
  label: 'Search',
  summary: 'A field that leads to everything the site says about a word.',
  category: 'structure',
  icon: 'search',
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    placeholder: line('In the empty field; otherwise in the words of the language', '', 80),
    button: line('Button; otherwise in the words of the language', '', 40),
  }),
  component: ({ heading, text, placeholder, button, site, level, edit }) => (
    <div class="search">
      {(heading || text) && <SectionHead heading={heading} text={text} level={level} edit={edit} />}
      <SearchForm
        action={(site.prefix ?? '') + SEARCH_PATH}
        words={wordsFor(site.locale)}
        placeholder={placeholder}
        button={button}
      />
    </div>
  ),
})
