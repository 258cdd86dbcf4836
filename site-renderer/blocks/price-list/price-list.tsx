import * as z from 'zod/mini'
import { block, type Edit } from '../block.ts'
import { below, Heading, SectionHead } from '../parts.tsx'
import { area, line, list } from '../properties.ts'

const item = { name: line('Name', 'New item', 80), text: area('Text', '', 200), price: line('Price', '', 24) }
const section = {
  title: line('Title', 'New group', 60),
  text: area('Text', '', 200),
  items: list('Items', 'Item', item),
}

interface Item {
  name: string
  text: string
  price: string
}

export const priceList = block({
  type: 'price-list',
  version: 1,
  label: 'Price list or menu',
  summary: 'Dishes, treatments or services in groups with their prices.',
  category: 'business',
  icon: 'list',
  props: z.object({
    heading: line('Heading', 'Menu', 90),
    text: area('Introduction', '', 300),
    sections: list('Groups', 'Group', section, [
      {
        title: 'To begin',
        items: [
          { name: 'Soup of the day', text: 'With bread from this morning.', price: '7' },
          { name: 'Beetroot and goat’s cheese', text: 'Walnuts, honey, thyme.', price: '11' },
          { name: 'Smoked trout', text: 'Horseradish, cucumber, rye.', price: '13' },
        ],
      },
      {
        title: 'To follow',
        items: [
          { name: 'Pike-perch', text: 'Leeks and a sauce of white wine.', price: '24' },
          { name: 'Ox cheek', text: 'Six hours in the oven, with celeriac.', price: '26' },
          { name: 'Mushroom risotto', text: 'As long as the forest allows.', price: '19' },
        ],
      },
    ]),
    note: area('Small print', '', 300),
  }),
  component: ({ heading, text, sections, note, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="price-list">
        {sections.map((group, index) => (
          <div key={index}>
            <Heading level={below(level, heading)} class="subtitle" {...edit(`sections.${index}.title`)}>
              {group.title}
            </Heading>
            {group.text && <p {...edit(`sections.${index}.text`)}>{group.text}</p>}
            <Items items={group.items} at={`sections.${index}`} edit={edit} />
          </div>
        ))}
      </div>
      {note && (
        <p class="note" {...edit('note')}>
          {note}
        </p>
      )}
    </>
  ),
})

function Items({ items, at, edit }: { items: Item[]; at: string; edit: Edit }) {
  return (
    <ul>
      {items.map((entry, index) => (
        <li key={index}>
          <p class="row">
            <b {...edit(`${at}.items.${index}.name`)}>{entry.name}</b>
            {entry.price && (
              <>
                <i aria-hidden="true" /> <span {...edit(`${at}.items.${index}.price`)}>{entry.price}</span>
              </>
            )}
          </p>
          {entry.text && <p {...edit(`${at}.items.${index}.text`)}>{entry.text}</p>}
        </li>
      ))}
    </ul>
  )
}
