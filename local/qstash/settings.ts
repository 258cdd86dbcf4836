import { type Database, textOf } from '../sqlite/database.ts'

export function readSetting(db: Database, name: string): string | undefined {
  return textOf(db.row('SELECT value FROM settings WHERE name = ?', name)?.value)
}

export function writeSetting(db: Database, name: string, value: string): void {
  db.run('INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value)
}
