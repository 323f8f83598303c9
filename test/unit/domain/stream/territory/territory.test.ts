import { describe, expect, it } from 'vitest';
import { decideCreate } from '../../../../../domain/stream/directory/decide-directory.ts';
import { territoryObject } from '../../../../../domain/stream/territory/territory-object.ts';
import { territoryStream, viewOfTerritory } from '../../../../../domain/stream/territory/territory-stream.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);

describe('a territory', () => {
  it('shows decisions where it lies and who answers for it', () => {
    const stream = foldDecisions(territoryStream, 'territory:north', now);
    const fields = {
      title: 'North',
      ownerId: 'ana',
      region: 'emea',
      countries: ['FR'],
      postal: [{ from: '59', to: '62' }],
      segments: ['smb'],
    };
    stream.take(() => decideCreate(territoryObject, { id: 'north', now, fields, reason: '' }));
    const { title: _title, ...rest } = fields;
    expect(viewOfTerritory('north', 1, stream.state)).toEqual({ id: 'north', rev: 1, ...rest });
    expect(stream.lists).toEqual(['territory', 'territory|active']);
    stream.take(() => ({ events: [{ kind: 'deactivated', data: {} }] }));
    expect(stream.lists).toEqual(['territory']);
  });

  it('refuses a country that is none', () => {
    const fields = { title: 'North', countries: ['XX'] };
    expect(() => decideCreate(territoryObject, { id: 'north', now, fields, reason: '' })).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
  });
});
