import { describe, expect, test } from 'vitest'
import { convertComments } from '#workers/imports/wordpress/convert-comments.ts'
import type { WxrComment } from '#workers/imports/wordpress/wxr-events.ts'

const comment = (id: number, more: Partial<WxrComment> = {}): WxrComment => ({
  id,
  author: 'Bo',
  email: 'bo@example.com',
  url: '',
  date: `2012-02-0${(id % 9) + 1}T10:00:00.000Z`,
  content: `Text ${id}`,
  approved: '1',
  type: 'comment',
  parentId: 0,
  userId: 0,
  ...more,
})
const tree = (comments: WxrComment[]) =>
  convertComments(comments).comments.map(({ sourceId, parentId }) => [sourceId, parentId])

describe('comments', () => {
  test('are sanitised and keep who wrote them', () => {
    const { comments } = convertComments([
      comment(1, {
        content:
          'One\ntwo <img src=x onerror=y> <a href="javascript:x">a</a> <a href="https://a.example/">b</a>',
        url: 'javascript:alert(1)',
      }),
    ])
    expect(comments).toEqual([
      {
        sourceId: 1,
        author: 'Bo',
        email: 'bo@example.com',
        html: '<p>One<br>\ntwo  a <a href="https://a.example/" rel="nofollow ugc">b</a></p>',
        createdAt: '2012-02-02T10:00:00.000Z',
        status: 'approved',
      },
    ])
  })

  test('stand oldest first, answers after what they answer', () => {
    expect(tree([comment(3), comment(1), comment(2, { parentId: 1 }), comment(4, { parentId: 2 })])).toEqual([
      [1, undefined],
      [2, 1],
      [4, 2],
      [3, undefined],
    ])
  })

  test('that are pending stay so, and those of machines and spam are left out with a reason', () => {
    const { comments, skipped } = convertComments([
      comment(1, { approved: '0' }),
      comment(2, { type: 'pingback' }),
      comment(3, { type: 'trackback' }),
      comment(4, { approved: 'spam' }),
      comment(5, { approved: 'trash' }),
      comment(6, { type: 'order_note' }),
      comment(7, { content: ' ' }),
      comment(1),
    ])
    expect(comments.map(({ sourceId, status }) => [sourceId, status])).toEqual([[1, 'pending']])
    expect(skipped.map(({ sourceId }) => sourceId)).toEqual([2, 3, 4, 5, 6, 7, 1])
    for (const { reason } of skipped) expect(reason).toMatch(/^(It|The) .+\.$/)
  })

  test('that answer what was left out move up, and circles end', () => {
    expect(
      tree([
        comment(1),
        comment(2, { parentId: 1, approved: 'spam' }),
        comment(3, { parentId: 2 }),
        comment(4, { parentId: 99 }),
      ]),
    ).toEqual([
      [1, undefined],
      [3, 1],
      [4, undefined],
    ])
    expect(
      tree([comment(1, { parentId: 2 }), comment(2, { parentId: 1 }), comment(3, { parentId: 3 })]),
    ).toEqual([
      [3, undefined],
      [1, undefined],
      [2, undefined],
    ])
  })
})
