import * as z from 'zod/mini'
import { block, type Edit } from '../block.ts'
import { Scroller, SectionHead } from '../parts.tsx'
import { area, line, list, toggle } from '../properties.ts'

const cells = (...texts: string[]) => texts.map((text) => ({ text }))

export const table = block({
  type: 'table',
  version: 1,
  label: 'Table',
  summary: 'Rows and columns that can be read on a phone too.',
  category: 'content',
  icon: 'table',
  props: z.object({
    heading: line('Heading', '', 90),
    text: area('Introduction', '', 300),
    caption: line('Caption', 'Delivery within the country', 120),
    columns: list(
      'Columns',
      'Column',
      { text: line('Title', 'Column', 40) },
      cells('Parcel', 'Arrives in', 'Price'),
    ),
    rows: list(
      'Rows',
      'Row',
      { cells: list('Cells', 'Cell', { text: line('Text', '', 120) }, cells('', '', '')) },
      [
        { cells: cells('Small, up to 2 kg', '2–3 days', '€ 4.90') },
        { cells: cells('Medium, up to 10 kg', '2–4 days', '€ 8.90') },
        { cells: cells('Large, up to 30 kg', '4–6 days', '€ 16.50') },
      ],
    ),
    hasRowHeads: toggle('First column names the row', true),
  }),
  component: ({ heading, text, caption, columns, rows, hasRowHeads, level, edit }) => (
    <>
      <SectionHead heading={heading} text={text} level={level} edit={edit} />
      <Scroller class="table" label={caption || heading}>
        <table>
          {caption && <caption {...edit('caption')}>{caption}</caption>}
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={index} scope="col" {...edit(`columns.${index}.text`)}>
                  {column.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <Cells
                  cells={row.cells}
                  at={`rows.${index}`}
                  count={columns.length}
                  {...{ hasRowHeads, edit }}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  ),
})

interface CellsProps {
  cells: { text: string }[]
  at: string
  /** Short rows are filled up, so that no column shifts. */
  count: number
  hasRowHeads: boolean
  edit: Edit
}

function Cells({ cells, at, count, hasRowHeads, edit }: CellsProps) {
  return (
    <>
      {Array.from({ length: Math.max(count, cells.length) }, (_, index) => {
        const cell = cells[index]
        const content = cell && { ...edit(`${at}.cells.${index}.text`), children: cell.text }
        return hasRowHeads && index === 0 ? (
          <th key={index} scope="row" {...content} />
        ) : (
          <td key={index} {...content} />
        )
      })}
    </>
  )
}
