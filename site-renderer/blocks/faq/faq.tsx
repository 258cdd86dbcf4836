import * as z from 'zod/mini'
import { block } from '../block.ts'
import { SectionHead, Text } from '../parts.tsx'
import { area, line, list } from '../properties.ts'

export const faq = block({
  type: 'faq',
  version: 1,
  label: 'Questions',
  summary: 'Questions that open to show their answers.',
  category: 'content',
  icon: 'faq',
  props: z.object({
    heading: line('Heading', 'Good to know', 90),
    text: area('Introduction', '', 300),
    items: list(
      'Questions',
      'Question',
      { question: line('Question', 'A question?', 140), answer: area('Answer', 'A clear answer.', 800) },
      [
        { question: 'What do people ask you first?', answer: 'Answer it here, as you would across a table.' },
        { question: 'What does it cost?', answer: 'Say it plainly, with an example.' },
        { question: 'How soon can you begin?', answer: 'Name the week, or how to find it out.' },
      ],
    ),
  }),
  component: ({ heading, text, items, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <div class="faq">
        {items.map((item, index) => (
          <details key={index} open={index === 0}>
            <summary {...edit(`items.${index}.question`)}>{item.question}</summary>
            <Text text={item.answer} {...edit(`items.${index}.answer`)} />
          </details>
        ))}
      </div>
    </>
  ),
})
