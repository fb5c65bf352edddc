import { cyrillicLookAlikes } from './look-alikes.js';
import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';

export type NameProblem = 'name.empty' | 'name.no-letters';

/**
 * A person's name as given, in the case it was given, blanks collapsed. A Latin letter inside a Cyrillic word
 * (`Ивaнов` with an English a) is a slip of the keyboard that no search would ever find: it becomes the Cyrillic one.
 */
export function readPersonName(text: string): Parsed<string, NameProblem> {
  const plain = collapseBlanks(text);
  if (plain === '') return unparsed('name.empty');
  if (!/\p{L}/u.test(plain)) return unparsed('name.no-letters');
  return parsed(
    plain.replaceAll(/[A-Za-zА-Яа-яЁё]+/g, (word) => (/[А-Яа-яЁё]/.test(word) ? cyrillicLookAlikes(word) : word)),
  );
}
