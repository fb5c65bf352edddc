import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/**
 * Templates of a folder, by their file names; whatever is put into them is escaped. Indentation is for those who read
 * them: the browser would only carry it along.
 *
 * @param partials of them, that others of them include by their names
 */
export function templatesIn(
  folder: URL,
  partials: readonly string[] = [],
): (name: string) => (view: unknown) => string {
  const read = (name: string) => readFileSync(new URL(`${name}.hbs`, folder), 'utf8').replaceAll(/\n\s*/g, '');
  const handlebars = Handlebars.create();
  for (const partial of partials) handlebars.registerPartial(partial, read(partial));
  return (name) => handlebars.compile(read(name), { knownHelpersOnly: true });
}
