import { describe, expect, test } from 'vitest'
import { archiveAddress } from '#workers/templates/git-archive.ts'
import { readTarGz } from '#workers/templates/tar-reader.ts'
import { commitEntry, type TarEntry, tarGzOf } from './tar-files.ts'

const COMMIT = 'a'.repeat(40)
const isWanted = (name: string) => name === 'template.json' || /^files\/\w+\.png$/.test(name)
const read = (entries: readonly TarEntry[]) => readTarGz(tarGzOf(entries), isWanted)
const namesOf = async (entries: readonly TarEntry[]) => [...(await read(entries)).files.keys()]

describe('an archive of a repository', () => {
  test('gives the files that are wanted, without the folder around them, and its commit', async () => {
    const { files, commit } = await read([
      commitEntry(COMMIT),
      { name: 'template-main/', type: '5' },
      { name: 'template-main/README.md', body: 'Hello' },
      { name: 'template-main/template.json', body: '{}' },
      { name: 'template-main/files/door.png', body: new Uint8Array([1, 2, 3]) },
    ])
    expect(commit).toBe(COMMIT)
    expect(new TextDecoder().decode(files.get('template.json'))).toBe('{}')
    expect(files.get('files/door.png')).toEqual(new Uint8Array([1, 2, 3]))
    expect(files.size).toBe(2)
  })

  test('may use long names', async () => {
    const path = 'template-main/files/door.png'
    const entry = { name: 'x', type: 'x', body: `37 path=${path}\n` }
    expect(await namesOf([entry, { name: 'short', body: 'a' }])).toEqual(['files/door.png'])
  })

  test.each([
    ['a link to elsewhere', { name: 'r/template.json', type: '2' }],
    ['a hard link', { name: 'r/template.json', type: '1' }],
    ['a device', { name: 'r/template.json', type: '3' }],
    ['a path that climbs out', { name: 'r/files/../../door.png', body: 'a' }],
    ['a path from the root', { name: '/etc/files/door.png', body: 'a' }],
  ])('is not followed through %s', async (_, entry) => {
    expect(await namesOf([entry])).toEqual([])
  })

  test.each([
    ['the same file twice', [{ name: 'r/template.json' }, { name: 's/template.json' }], 'twice'],
    ['a size that is no number', [{ name: 'r/template.json', size: 'zzz' }], 'damaged'],
    [
      'a file longer than the archive',
      [{ name: 'r/template.json', size: '77777777777' }],
      'ends in the middle',
    ],
  ])('with %s is refused', async (_, entries, sentence) => {
    await expect(read(entries)).rejects.toThrow(sentence)
  })

  test('that is no archive, or inflates beyond measure, is refused', async () => {
    await expect(readTarGz(new Uint8Array([1, 2, 3]), isWanted)).rejects.toThrow('damaged')
    const bomb = tarGzOf([{ name: 'r/files/zeros.png', body: new Uint8Array(49 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(100_000)
    await expect(readTarGz(bomb, isWanted)).rejects.toThrow('more than 48 MB')
  })
})

describe('where a repository is fetched from', () => {
  test.each([
    ['https://github.com/agency/one.git', 'main', 'https://codeload.github.com/agency/one/tar.gz/main'],
    ['https://gitlab.com/a/b/one', 'v1', 'https://gitlab.com/a/b/one/-/archive/v1/template.tar.gz'],
    ['https://bitbucket.org/a/one/', 'v1', 'https://bitbucket.org/a/one/get/v1.tar.gz'],
    [
      'https://git.agency.example/a/one.git',
      'fix/this',
      'https://git.agency.example/a/one/archive/fix/this.tar.gz',
    ],
    ['https://codeberg.org/a/one', 'a b', 'https://codeberg.org/a/one/archive/a%20b.tar.gz'],
  ])('%s at %s', (url, ref, address) => {
    expect(archiveAddress(url, ref)).toBe(address)
  })
})
