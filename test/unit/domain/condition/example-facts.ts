import type { FactCatalogue, FactDeclaration, FactType, FactValue } from '../../../../domain/fact/fact.ts';

const declare = (
  key: string,
  type: FactType,
  label: string,
  options?: readonly string[],
): FactDeclaration => ({
  key,
  type,
  label,
  origin: 'form',
  ...(options === undefined ? {} : { options }),
});

const declarations = [
  declare('amount', 'number', 'Amount'),
  declare('seats', 'number', 'Seats'),
  declare('spend.base', 'number', 'Spend per year'),
  declare('urgent', 'boolean', 'Urgent'),
  declare('renewal', 'boolean', 'Renewal'),
  declare('vendor', 'choice', 'Vendor type', ['software', 'hosting', 'hardware']),
  declare('country', 'text', 'Country'),
  declare('vat', 'text', 'VAT number'),
  declare('requester.department', 'text', 'Department'),
  declare('regions', 'choices', 'Regions', ['EU', 'US', 'APAC']),
  declare('tags', 'texts', 'Tags'),
  declare('due', 'date', 'Due date'),
  declare('time.today', 'date', 'Today'),
  declare('opened', 'instant', 'Opened'),
  declare('time.now', 'instant', 'Now'),
  declare('lines', 'rows', 'Lines'),
] as const;

/** Facts of every type, as a request type would declare them. */
export const catalogue: FactCatalogue = new Map(declarations.map((fact) => [fact.key, fact]));

/** A complete, well-typed set of values for the catalogue. */
export const completeValues: Readonly<Record<string, FactValue>> = {
  amount: 1200,
  seats: 3,
  'spend.base': 12_000,
  urgent: true,
  renewal: false,
  vendor: 'software',
  country: 'Straße nach Köln',
  vat: 'DE123456789',
  'requester.department': 'Finance',
  regions: ['EU', 'US'],
  tags: ['new', 'pilot'],
  due: '2026-03-05',
  'time.today': '2026-02-26',
  opened: Date.UTC(2026, 1, 26, 9),
  'time.now': Date.UTC(2026, 1, 28, 8),
  lines: [{ item: 'a' }, { item: 'b' }],
};
