import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Missing } from '../parts.tsx'
import { choice } from '../properties.ts'
import { LanguageLinks, LanguageMenu, speaksSeveral } from './language-links.tsx'

export const languageSwitch = block({
  type: 'language-switch',
  version: 1,
  label: 'Language switch',
  summary: 'This page in the site’s other languages.',
  category: 'structure',
  icon: 'language-switch',
  styles: ['tone', 'width', 'align'],
  props: z.object({
    look: choice('Languages by', ['names', 'codes'], 'names'),
    layout: choice('Layout', ['row', 'menu'], 'row'),
  }),
  component: ({ look, layout, site, page, edit }) => {
    if (!speaksSeveral(page)) {
      return <Missing edit={edit} icon="globe" text="Shows once the website has a second language." />
    }
    const Links = layout === 'menu' ? LanguageMenu : LanguageLinks
    return <Links site={site} page={page} look={look} />
  },
})
