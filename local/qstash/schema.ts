/** Messages in flight carry no mark: after a crash whatever is still here is delivered again. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  topic_name TEXT,
  endpoint_name TEXT,
  queue_name TEXT,
  schedule_id TEXT,
  flow_key TEXT,
  caller_ip TEXT NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  retried INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS messages_due_idx ON messages (due_at);
CREATE INDEX IF NOT EXISTS messages_ready_idx ON messages (queue_name, due_at, flow_key);
CREATE INDEX IF NOT EXISTS messages_queue_idx ON messages (queue_name, seq);
CREATE INDEX IF NOT EXISTS messages_flow_idx ON messages (flow_key, due_at);

CREATE TABLE IF NOT EXISTS dead_letters (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dlq_id TEXT NOT NULL UNIQUE,
  message_id TEXT NOT NULL,
  url TEXT NOT NULL,
  topic_name TEXT,
  endpoint_name TEXT,
  queue_name TEXT,
  schedule_id TEXT,
  flow_key TEXT,
  caller_ip TEXT NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  retried INTEGER NOT NULL,
  failed_at INTEGER NOT NULL,
  response_status INTEGER NOT NULL,
  response_headers TEXT NOT NULL,
  response_body BLOB NOT NULL
);

CREATE TABLE IF NOT EXISTS deduplications (
  id TEXT PRIMARY KEY,
  message_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS queues (
  name TEXT PRIMARY KEY,
  parallelism INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS flow_controls (
  key TEXT PRIMARY KEY,
  parallelism INTEGER,
  rate INTEGER,
  period_ms INTEGER NOT NULL,
  period_start INTEGER NOT NULL,
  rate_count INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  pinned_parallelism INTEGER NOT NULL,
  pinned_rate INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS topics (
  name TEXT PRIMARY KEY,
  endpoints TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS schedules (
  schedule_id TEXT PRIMARY KEY,
  cron TEXT NOT NULL,
  destination TEXT NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL,
  caller_ip TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  last_at INTEGER,
  last_states TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS schedules_next_idx ON schedules (next_at);

CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  time INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  state TEXT NOT NULL,
  details TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS events_message_idx ON events (message_id);

CREATE TABLE IF NOT EXISTS settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
`
