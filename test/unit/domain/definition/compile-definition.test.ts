import { describe, expect, it } from 'vitest';
import { compileDefinition, definitionHash } from '../../../../domain/definition/compile-definition.ts';
import { definitionSchema } from '../../../../domain/definition/definition-schema.ts';
import { openCasesFact, parseOpenCasesFact } from '../../../../domain/definition/standard-facts.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { canonicalJson } from '../../../../domain/hash/canonical-json.ts';
import { definitionFixture, withChange } from '../../../support/definition-fixture.ts';

const parse = (document: unknown) => definitionSchema.parse(document);

describe('a compiled definition', () => {
  const compiled = compileDefinition(parse(definitionFixture()));

  it('is looked up by id', () => {
    expect(compiled.states.get('review')?.gates).toEqual(['security', 'finance']);
    expect(compiled.chains.get('intake')?.rules).toHaveLength(2);
    expect(compiled.gates.get('finance')?.steps).toHaveLength(1);
    expect(compiled.clocks.get('resolution')?.targets).toHaveLength(2);
    expect(Object.fromEntries(compiled.purposes)).toEqual({
      amount: 'spend',
      urgency: 'urgency',
      impact: 'impact',
      due_date: 'due',
      evidence: 'contract',
    });
  });

  it('has the hash of its canonical document, whatever the order of keys', () => {
    const sorted = parse(JSON.parse(canonicalJson(definitionFixture())));
    expect(definitionHash(sorted)).toBe(compiled.hash);
    expect(definitionHash(parse(withChange(definitionFixture(), { '/title': 'Other' })))).not.toBe(
      compiled.hash,
    );
  });

  it('says what a condition says, and of one that cannot be used that it is unknown', () => {
    const large = { '>': [{ var: 'spend.base' }, 10] };
    expect(compiled.holds(large, factSet({ 'spend.base': 11 }))).toBe(true);
    expect(compiled.holds(large, factSet({ 'spend.base': 9 }))).toBe(false);
    expect(compiled.holds(large, factSet({}))).toBe('unknown');
    expect(compiled.holds({ nope: 1 }, factSet({}))).toBe('unknown');
  });

  it('compiles without what a definition may leave out', () => {
    const changes = { '/gates': undefined, '/clocks': undefined, '/queues': undefined, '/scores': undefined };
    const bare = compileDefinition(parse(withChange(definitionFixture(), changes)));
    expect([bare.gates.size, bare.clocks.size, bare.catalogue.has('score.fit')]).toEqual([0, 0, false]);
  });

  it('knows provided facts and counts of open cases', () => {
    const provided = [{ id: 'held', provider: 'entitlements', type: 'texts', label: 'Roles held' }];
    const when = { '>': [{ var: 'open.fraud.account' }, 0] };
    const { catalogue } = compileDefinition(
      parse(withChange(definitionFixture(), { '/provided': provided, '/chains/0/rules/0/when': when })),
    );
    expect(catalogue.get('held')).toMatchObject({ type: 'texts', origin: 'provider entitlements' });
    expect(catalogue.get('open.fraud.account')).toEqual(openCasesFact('fraud', 'account'));
    expect(parseOpenCasesFact('open.fraud.requester')).toEqual({ type: 'fraud', of: 'requester' });
    expect(parseOpenCasesFact('open.fraud.everybody')).toBeUndefined();
  });

  it('does not compile what a bug would make of an assertion', () => {
    const { holds } = compiled;
    expect(() => holds({ '>': [{ var: 'spend.base' }, 10] }, undefined as never)).toThrow(TypeError);
  });
});
