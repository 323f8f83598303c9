import { blocks, type Problem } from '../error/problem.ts';

/** The problem that something named does not exist; none when it does, or when nobody knows what exists. */
export function lookUp(
  pointer: string,
  kind: string,
  id: string,
  known: { has(id: string): boolean } | undefined,
): Problem[] {
  if (known === undefined || known.has(id)) return [];
  return [blocks(pointer, `there is no ${kind} “${id}”`, `name a ${kind} that exists, or create it`)];
}

/** The problems that an id is given twice in a list. */
export function repeatedIds(at: string, kind: string, items: readonly { readonly id: string }[]): Problem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) === index
      ? []
      : [blocks(`${at}/${index}/id`, `there are two ${kind}s “${id}”`, 'give one another id')],
  );
}
