import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLDER = fileURLToPath(new URL('../../../../database/migrations', import.meta.url));
const EPOCH = 1_760_000_000_000; // TypeORM orders migrations by a time stamp at the end of their names

/** The one linear history of `database/migrations/NNNN-what.sql`, as TypeORM wants it. There is no way down: a mistake is mended by the next migration. */
export function migrations(): (new () => MigrationInterface)[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(FOLDER, file), 'utf8');
      return class implements MigrationInterface {
        readonly name = `${file.slice(5, -4)}-${EPOCH + Number(file.slice(0, 4))}`;

        async up(runner: QueryRunner): Promise<void> {
          await runner.query(sql);
        }

        async down(): Promise<void> {
          throw new Error('migrations only go forward');
        }
      };
    });
}
