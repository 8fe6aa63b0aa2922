import { createRequire } from "node:module";

interface Database {
  exec(sql: string): void;
  prepare(sql: string): { get(...values: unknown[]): unknown; run(...values: unknown[]): { changes: number | bigint } };
  close(): void;
}

/** A Keyv adapter over Node's own SQLite: `@keyv/sqlite` needs a compiled addon that an install script downloads. */
export class SqliteAdapter {
  readonly opts = { dialect: "sqlite", url: "sqlite://" };
  namespace: string | undefined;
  readonly #database: Database;

  constructor(file: string) {
    const { DatabaseSync } = createRequire(import.meta.url)("node:sqlite") as {
      DatabaseSync: new (file: string) => Database;
    };
    this.#database = new DatabaseSync(file);
    this.#database.exec("CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT)");
  }

  get(key: string): Promise<unknown> {
    const row = this.#database.prepare("SELECT value FROM keyv WHERE key = ?").get(key) as
      | { value: unknown }
      | undefined;
    return Promise.resolve(row?.value);
  }

  set(key: string, value: unknown): Promise<void> {
    this.#database.prepare("INSERT OR REPLACE INTO keyv (key, value) VALUES (?, ?)").run(key, value);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(Number(this.#database.prepare("DELETE FROM keyv WHERE key = ?").run(key).changes) > 0);
  }

  clear(): Promise<void> {
    this.#database.prepare("DELETE FROM keyv WHERE key LIKE ?").run(`${this.namespace}:%`);
    return Promise.resolve();
  }

  disconnect(): Promise<void> {
    this.#database.close();
    return Promise.resolve();
  }
}
