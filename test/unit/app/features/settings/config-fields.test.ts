import { describe, expect, it } from 'vitest';
import {
  configFields,
  configTyped,
  configValues,
} from '../../../../../app/features/settings/config-fields.ts';
import { findPlugin } from '../../../../../plugins/registry.ts';
import { offeredPlugins } from '../../../../../server/plugin-host/offered-plugins.ts';

const fieldsOf = (plugin: string) => configFields(offeredPlugins().find(({ id }) => id === plugin)?.config);
const typing = (values: Readonly<Record<string, string>>) => (name: string) => values[name] ?? '';

describe('the form of a configuration', () => {
  it('lays objects flat and makes a choice of variants, each field under the choice it belongs to', () => {
    const fields = fieldsOf('http-sync');
    expect(fields.find(({ name }) => name === 'config/auth/kind')).toMatchObject({
      kind: 'choice',
      options: ['none', 'bearer', 'basic', 'header'],
      standard: 'none',
    });
    expect(fields.find(({ name }) => name === 'config/auth/username')).toMatchObject({
      required: false,
      only: [{ name: 'config/auth/kind', value: 'basic' }],
    });
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'config/baseUrl',
      'config/auth/kind',
      'config/resource',
    ]);
    expect(fields.find(({ name }) => name === 'config/lookup/parameter')?.required).toBe(false);
  });

  it('leaves out what is empty and what belongs to another choice', () => {
    const typed = configTyped(
      fieldsOf('http-sync'),
      typing({
        'config/baseUrl': ' https://crm.example ',
        'config/resource': '/tickets',
        'config/auth/kind': 'bearer',
        'config/auth/username': 'left behind',
        'config/limits/perSecond': '2.5',
      }),
    );
    expect(typed).toEqual({
      baseUrl: 'https://crm.example',
      resource: '/tickets',
      auth: { kind: 'bearer' },
      limits: { perSecond: 2.5 },
    });
    expect(findPlugin('http-sync')?.configSchema.safeParse(typed).success).toBe(true);
  });

  it('sends what is no number as it was typed, so that it is said beside the field', () => {
    expect(configTyped(fieldsOf('webhook'), typing({ 'config/timeoutMs': 'soon' }))).toEqual({
      timeoutMs: 'soon',
    });
  });

  it('shows a configuration as it was typed', () => {
    const fields = fieldsOf('webhook');
    const config = { url: 'https://a.example', accepts: ['submit', 'comment'], limits: { concurrency: 3 } };
    const values = configValues(fields, config);
    expect(configTyped(fields, typing(values))).toEqual(config);
  });

  it('offers every key that a plugin takes', () => {
    for (const plugin of offeredPlugins()) {
      const keys = Object.keys((plugin.config['properties'] ?? {}) as object);
      expect(new Set(configFields(plugin.config).map(({ path }) => path[0]))).toEqual(new Set(keys));
    }
  });
});
