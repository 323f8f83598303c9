import { caseTitle, placesIn, searchableAnswers } from '../../../domain/definition/case-title.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import type { Values } from '../../../domain/form/values.ts';
import { streamId } from '../../../domain/stream/stream-id.ts';
import type { Store } from '../../ports/store.ts';

/** What a case is shown and found by: its title, and beside that the name of its type and the display texts of searchable, not sensitive values. */
export async function facesOf(
  store: Pick<Store, 'aggregates'>,
  { document }: CompiledDefinition,
  values: Values,
): Promise<{ readonly title: string; readonly searchable: string[] }> {
  const places = new Set((document.caseTitle ?? []).flatMap((text) => placesIn(text)));
  const named = document.form.fields.flatMap(({ id, kind }) => {
    const value = values[id];
    const pointsOut = (kind === 'account' || kind === 'team') && places.has(id);
    return pointsOut && typeof value === 'string' ? [streamId(kind, value)] : [];
  });
  const docs =
    named.length === 0
      ? []
      : await store.aggregates.loadMany<{ readonly name?: string; readonly title?: string }>(named);
  const names = new Map(docs.map(({ _id, state }) => [_id, state.name ?? state.title] as const));
  return {
    title: caseTitle(document, values, (kind, id) => names.get(streamId(kind, id))),
    searchable: [
      textIn(document.title, document.form.language),
      ...searchableAnswers(document, values),
    ].slice(0, 20),
  };
}
