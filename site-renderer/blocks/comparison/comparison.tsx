import * as z from 'zod/mini'
import { type Words, wordsFor } from '../../words/words.ts'
import { block, type Edit } from '../block.ts'
import { Icon, Scroller, SectionHead } from '../parts.tsx'
import { area, line, list, toggle } from '../properties.ts'

const cells = (...texts: string[]) => texts.map((text) => ({ text }))

export const comparison = block({
  type: 'comparison',
  version: 1,
  label: 'Comparison',
  summary: 'What each choice includes, row by row, with ticks.',
  category: 'business',
  icon: 'comparison',
  uses: ['table'],
  props: z.object({
    heading: line('Heading', 'Which one is right for you', 90),
    text: area('Introduction', '', 300),
    columns: list(
      'Choices',
      'Choice',
      { title: line('Name', 'New choice', 40), isFeatured: toggle('Recommend this one') },
      [{ title: 'Starter' }, { title: 'Regular', isFeatured: true }, { title: 'Complete' }],
    ),
    rows: list(
      'Rows',
      'Row',
      {
        label: line('What it is', 'New row', 80),
        cells: list(
          'Cells',
          'Cell',
          { text: line('yes, no, or a few words', 'no', 60) },
          cells('yes', 'yes', 'yes'),
        ),
      },
      [
        { label: 'A person to call', cells: cells('yes', 'yes', 'yes') },
        { label: 'Visits a year', cells: cells('1', '4', '12') },
        { label: 'Help at the weekend', cells: cells('no', 'yes', 'yes') },
        { label: 'Replacement the same day', cells: cells('no', 'no', 'yes') },
      ],
    ),
  }),
  component: ({ heading, text, columns, rows, site, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <Scroller class="table comparison" label={heading}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((column, index) => (
                <th key={index} scope="col" class={column.isFeatured ? 'featured' : undefined}>
                  <span {...edit(`columns.${index}.title`)}>{column.title}</span>
                  {column.isFeatured && <small>{wordsFor(site.locale).popular}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" {...edit(`rows.${index}.label`)}>
                  {row.label}
                </th>
                {columns.map((column, at) => (
                  <td key={at} class={column.isFeatured ? 'featured' : undefined}>
                    <Cell
                      text={row.cells[at]?.text ?? ''}
                      words={wordsFor(site.locale)}
                      edit={edit}
                      at={`rows.${index}.cells.${at}.text`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  ),
})

function Cell({ text, words, edit, at }: { text: string; words: Words; edit: Edit; at: string }) {
  const isNo = /^(?:no|-|–|)$/i.test(text.trim())
  if (!isNo && !/^yes$/i.test(text.trim())) return <span {...edit(at)}>{text}</span>
  return (
    <>
      {isNo ? <span aria-hidden="true">–</span> : <Icon name="check" />}
      <span class="hidden">{isNo ? words.notIncluded : words.included}</span>
    </>
  )
}
