import * as z from 'zod/mini'
import { block } from '../block.ts'
import { below, Heading, hasPhoto, initials, lines, Photo, SectionHead } from '../parts.tsx'
import { area, line, list, picture } from '../properties.ts'

export const team = block({
  type: 'team',
  version: 1,
  label: 'Team',
  summary: 'The people behind the business, with portraits.',
  category: 'business',
  icon: 'team',
  props: z.object({
    heading: line('Heading', 'Who you will meet', 90),
    text: area('Introduction', '', 300),
    people: list(
      'People',
      'Person',
      {
        name: line('Name', 'Name', 60),
        role: line('Role', '', 80),
        text: area('Text', '', 300),
        image: picture('Portrait'),
      },
      [
        { name: 'Anna Berg', role: 'Founder' },
        { name: 'Jonas Weber', role: 'Workshop' },
        { name: 'Ines Duarte', role: 'Planning' },
      ],
    ),
  }),
  component: ({ heading, text, people, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <ul class="people">
        {people.map((person, index) => (
          <li key={index}>
            {hasPhoto(person.image) ? (
              <Photo image={person.image} />
            ) : (
              <span class="portrait" aria-hidden="true">
                {initials(person.name)}
              </span>
            )}
            <Heading level={below(level, heading)} class="subtitle" {...edit(`people.${index}.name`)}>
              {person.name}
            </Heading>
            {person.role && (
              <p class="role" {...edit(`people.${index}.role`)}>
                {person.role}
              </p>
            )}
            {person.text && <p {...edit(`people.${index}.text`)}>{lines(person.text)}</p>}
          </li>
        ))}
      </ul>
    </>
  ),
})
