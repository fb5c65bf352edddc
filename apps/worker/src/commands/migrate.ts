import { ConfigError, migrate } from '@dvor/platform';

/** Needs DATABASE_OWNER_URL, DATABASE_API_PASSWORD and DATABASE_WORKER_PASSWORD. */
export async function migrateCommand(): Promise<void> {
  const { applied } = await migrate({
    ownerUrl: required('DATABASE_OWNER_URL'),
    apiPassword: required('DATABASE_API_PASSWORD'),
    workerPassword: required('DATABASE_WORKER_PASSWORD'),
  });
  console.log(applied.length === 0 ? 'The database is up to date' : `Applied ${applied.length} migrations`);
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new ConfigError(`${name} is not set`);
  return value;
}
