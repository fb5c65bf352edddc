import { cityCommand } from './commands/city.js';
import { demoCommand } from './commands/demo.js';
import { migrateCommand } from './commands/migrate.js';

/** `node dist/apps/worker/src/cli.js COMMAND`: the chores that a person or a start script asks for. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  migrate: migrateCommand,
  demo: demoCommand,
  city: cityCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`Unknown command "${name}". There is: ${Object.keys(COMMANDS).join(', ')}.`);
  process.exit(2);
}
try {
  await command(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
