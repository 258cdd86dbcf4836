import * as z from 'zod/mini'
import type { EntryCard, EntryList } from '#workers/collections/entry-list.contract.ts'
import { wordsFor } from '../../words/words.ts'
import { block, type HeadingLevel } from '../block.ts'
import { Pager } from '../pager.tsx'
import { below, Heading, hasPhoto, Missing, More, Photo, Scroller, SectionHead } from '../parts.tsx'
import { area, choice, collectionChoice, fieldChoice, line, link, list, toggle } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const collectionList = block({
  type: 'collection-list',
  version: 1,
  label: 'Collection',
  summary: 'Entries of one of the site’s collections: as cards, as lines or as a table.',
  category: 'lists',
  icon: 'collection',
  uses: ['pager'],
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    collection: collectionChoice('Collection'),
    layout: choice('Layout', ['cards', 'list', 'table'], 'cards'),
    count: choice('How many', ['3', '4', '6', '8', '9', '12', '24', '48'], '12'),
    isPaged: toggle('Split what is more into pages', true),
    sort: fieldChoice('Order', 'sort'),
    isReversed: toggle('The other way round'),
    filters: list('Only those', 'Condition', {
      field: fieldChoice('Field', 'filter'),
      operator: choice('Is', ['is', 'is-not', 'is-more-than', 'is-less-than', 'contains', 'is-empty'], 'is'),
      value: line('Value', '', 120),
    }),
    picture: fieldChoice('Picture', 'picture'),
    subtitle: fieldChoice('Text', 'text'),
    facts: list('Further fields', 'Field', { field: fieldChoice('Field', 'text') }),
    link: fieldChoice('Leads to', 'link'),
    empty: line('When there is nothing', '', 120),
    more: link('Link to all'),
  }),
  component: ({ heading, text, layout, empty, more, data, site, level, edit }) => {
    const entries = data?.kind === 'entries' ? data.list : undefined
    if (!entries) return <Missing edit={edit} icon="layers" text="Choose a collection of this site." />
    const { cards } = entries
    if (cards.length === 0 && !empty && !heading)
      return <Missing edit={edit} icon="layers" text="The collection’s published entries stand here." />
    const Layout = layouts[layout]
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        {cards.length > 0 ? (
          <Layout cards={cards} level={below(level, heading)} />
        ) : (
          empty && <p class="empty">{empty}</p>
        )}
        <Pages list={entries} locale={site.locale} />
        <More link={more} />
      </>
    )
  },
})

function Pages({ list: { page, pages, basePath }, locale }: { list: EntryList; locale: string }) {
  if (page === undefined || pages === undefined || basePath === undefined) return null
  return <Pager place={{ page, pages, basePath }} words={wordsFor(locale)} />
}

interface LayoutProps {
  cards: EntryCard[]
  level: HeadingLevel
}

function Cards({ cards, level }: LayoutProps) {
  return (
    <ul class="entry-cards">
      {cards.map((card) => (
        <li key={card.id}>
          <article>
            {card.picture && hasPhoto(card.picture) && <Photo image={card.picture} />}
            <Title card={card} level={level} />
            {card.text && <p>{card.text}</p>}
            <Facts card={card} />
          </article>
        </li>
      ))}
    </ul>
  )
}

function Lines({ cards, level }: LayoutProps) {
  return (
    <ul class="entry-lines">
      {cards.map((card) => (
        <li key={card.id}>
          {card.picture && hasPhoto(card.picture) && <Photo image={card.picture} />}
          <div>
            <Title card={card} level={level} />
            {card.text && <p>{card.text}</p>}
          </div>
          <Facts card={card} />
        </li>
      ))}
    </ul>
  )
}

function Table({ cards }: LayoutProps) {
  const labels = [...new Set(cards.flatMap(({ facts }) => facts.map(({ label }) => label)))]
  const hasText = cards.some(({ text }) => text)
  return (
    <Scroller class="entry-table">
      <table>
        {labels.length > 0 && (
          <thead>
            <tr>
              <td />
              {hasText && <td />}
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {cards.map((card) => (
            <tr key={card.id}>
              <th scope="row">{card.href ? <a href={safeHref(card.href)}>{card.title}</a> : card.title}</th>
              {hasText && <td>{card.text}</td>}
              {labels.map((label) => (
                <td key={label}>{card.facts.find((fact) => fact.label === label)?.value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

const layouts = { cards: Cards, list: Lines, table: Table }

function Title({ card: { href, title }, level }: { card: EntryCard; level: HeadingLevel }) {
  const target = href && safeHref(href)
  return (
    <Heading level={level} class="subtitle">
      {target ? <a href={target}>{title}</a> : title}
    </Heading>
  )
}

function Facts({ card: { facts } }: { card: EntryCard }) {
  if (facts.length === 0) return null
  return (
    <dl class="entry-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
