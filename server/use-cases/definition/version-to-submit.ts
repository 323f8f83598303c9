import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { DomainError } from '../../../domain/error/domain-error.ts';
import { factSet } from '../../../domain/fact/fact-set.ts';
import { formChangeReport } from '../../../domain/form/form-change-report.ts';
import { versionOf } from '../../../domain/stream/request-type/request-type-stream.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DefinitionCache, LiveDefinition } from './definition-cache.ts';

/** How long after its time a version is still accepted, in ms. */
const graceMs = 24 * 3_600_000;

/**
 * The version a submission is made under: the live one, or the named one if it was live within the last 24 h and was not withdrawn.
 * @throws DomainError FORM_CHANGED with a report field by field; the values given are in the answer's data, so that nothing is lost.
 */
export async function versionToSubmit(
  deps: { readonly clock: Clock; readonly definitions: DefinitionCache },
  live: LiveDefinition,
  wanted: number | undefined,
  values: unknown,
): Promise<{ readonly version: number; readonly definition: CompiledDefinition }> {
  if (wanted === undefined || wanted === live.version) return live;
  const version = versionOf(live.type, wanted);
  if (version === undefined) {
    throw new DomainError('VALIDATION_FAILED', 'There is no such version of this form.', {
      details: [{ pointer: '/version', detail: 'Leave it out to use the live one.' }],
    });
  }
  const spans = live.type.spans;
  const endedAt = spans.reduce<number | null>(
    (ended, span, i) => (span.n === wanted ? (spans[i + 1]?.from ?? null) : ended),
    null,
  );
  const recent = endedAt !== null && deps.clock.now() - endedAt < graceMs;
  const definition = await deps.definitions.byHash(version.hash);
  if (recent && !live.type.withdrawn.includes(wanted)) return { version: wanted, definition };
  const given = typeof values === 'object' && values !== null ? (values as Record<string, never>) : {};
  throw new DomainError(
    'FORM_CHANGED',
    'The form changed while you filled it in. Look at what is different, then send it again.',
    {
      data: {
        live: live.version,
        report: formChangeReport(
          { from: definition.document.form, to: live.definition.document.form },
          given,
          factSet({}),
        ),
        values: given,
      },
    },
  );
}
