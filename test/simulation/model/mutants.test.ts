import { describe, expect, it } from 'vitest';
import { brokenProtocols } from './broken-protocols.ts';
import { explore } from './explore.ts';
import { mutants } from './scenario.ts';

describe('the model notices', () => {
  it.each(mutants)('%s', (mutant) => {
    const scenario = brokenProtocols[mutant];
    const found = explore({ ...scenario, mutant }, 60_000);
    expect(found.violation?.message).toBeDefined();
    expect(found.violation?.trace.length).toBeGreaterThan(0);
  });
});
