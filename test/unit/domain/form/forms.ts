import type { Field } from '../../../../domain/form/fields/field-kinds.ts';
import { type Form, formSchema } from '../../../../domain/form/form-schema.ts';

/** A form with these fields in one section, as the schema reads it. */
export function formOf(fields: readonly object[], more: object = {}): Form {
  const ids = fields.map((field) => Reflect.get(field, 'id'));
  return formSchema.parse({
    language: 'en',
    currencies: { base: 'EUR', rates: { USD: 0.92, JPY: 0.0061 } },
    sections: [{ id: 'all', title: 'All', fields: ids }],
    fields,
    ...more,
  });
}

/** Options with a label, with labels in two languages, and by id alone. */
export const fruit = [{ id: 'a', label: 'Apple' }, { id: 'b', label: { en: 'Pear', fr: 'Poire' } }, 'c'];

/** A form with one field `it` of these settings. */
export function fieldOf(settings: object): { readonly field: Field; readonly form: Form } {
  const form = formOf([{ id: 'it', label: 'It', ...settings }]);
  const [field] = form.fields;
  if (field === undefined) throw new Error('the form has one field');
  return { field, form };
}

const levels = ['low', 'normal', 'high'];

/** Vendor onboarding as product people would write it, with every kind of field. */
export const vendorForm: Form = formSchema.parse({
  language: 'en',
  currencies: { base: 'EUR', rates: { USD: 0.92, GBP: 1.17, JPY: 0.0061, KWD: 2.98 } },
  lists: [
    {
      id: 'systems',
      options: ['erp', 'crm', { id: 'prod', label: { en: 'Production', fr: 'Production (fr)' } }],
    },
  ],
  sections: [
    {
      id: 'vendor',
      title: 'The vendor',
      fields: ['intro', 'vendor_name', 'vendor_type', 'country', 'website', 'spend', 'total'],
    },
    { id: 'people', title: 'People', fields: ['contact', 'phone', 'buyer', 'crew', 'vendor_account'] },
    {
      id: 'data',
      title: 'Data and access',
      when: { '==': [{ var: 'vendor_type' }, 'software'] },
      fields: ['systems', 'has_personal_data', 'data_note', 'items', 'seats'],
    },
    {
      id: 'drivers',
      title: 'Drivers',
      fields: ['urgency', 'impact', 'due', 'meeting', 'contract', 'reason'],
    },
  ],
  fields: [
    { id: 'intro', kind: 'note', text: '## Before you start' },
    {
      id: 'vendor_name',
      kind: 'short_text',
      label: 'Vendor name',
      required: true,
      maxLength: 120,
      searchable: true,
    },
    {
      id: 'vendor_type',
      kind: 'choice',
      label: 'Type',
      required: true,
      options: [
        { id: 'software', label: 'Software' },
        { id: 'services', label: 'Services' },
      ],
    },
    { id: 'country', kind: 'country', label: 'Country', required: true },
    { id: 'website', kind: 'url', label: 'Website' },
    { id: 'spend', kind: 'money', label: 'Spend per year', required: true, min: 0, purpose: 'amount' },
    {
      id: 'total',
      kind: 'computed',
      label: 'Total over three years',
      type: 'number',
      decimals: 2,
      value: { '*': [{ var: 'spend.base' }, 3] },
    },
    {
      id: 'contact',
      kind: 'email',
      label: 'Contact',
      sensitive: true,
      see: ['procurement', 'auditor', 'requester'],
      edit: [{ states: ['review'], roles: ['requester', 'procurement'] }],
    },
    { id: 'phone', kind: 'phone', label: 'Phone', sensitive: true },
    { id: 'buyer', kind: 'person', label: 'Buyer' },
    { id: 'crew', kind: 'team', label: 'Team' },
    { id: 'vendor_account', kind: 'account', label: 'Account' },
    { id: 'systems', kind: 'multi_choice', label: 'Systems touched', list: 'systems', required: true },
    { id: 'has_personal_data', kind: 'yes_no', label: 'Personal data?' },
    {
      id: 'data_note',
      kind: 'long_text',
      label: 'Which data',
      when: { '==': [{ var: 'has_personal_data' }, true] },
      required: { has: [{ var: 'systems' }, 'prod'] },
    },
    {
      id: 'items',
      kind: 'table',
      label: 'Items',
      maxRows: 5,
      columns: [
        { id: 'name', kind: 'short_text', label: 'Name', required: true },
        { id: 'price', kind: 'money', label: 'Price' },
        { id: 'qty', kind: 'number', label: 'Quantity', min: 1, decimals: 0 },
        { id: 'owner', kind: 'person', label: 'Owner' },
      ],
    },
    { id: 'seats', kind: 'number', label: 'Seats', min: 1, max: 10_000, decimals: 0, unit: 'seats' },
    { id: 'urgency', kind: 'choice', label: 'Urgency', purpose: 'urgency', options: levels },
    { id: 'impact', kind: 'choice', label: 'Impact', purpose: 'impact', options: ['one', 'team', 'company'] },
    { id: 'due', kind: 'date', label: 'Needed by', purpose: 'due_date', min: '2020-01-01' },
    { id: 'meeting', kind: 'datetime', label: 'Kick-off' },
    {
      id: 'contract',
      kind: 'file',
      label: 'Contract',
      purpose: 'evidence',
      maxFiles: 2,
      accept: ['pdf', 'docx'],
      maxBytes: 1000,
    },
    { id: 'reason', kind: 'long_text', label: 'Reason', edit: [{ states: ['review'], roles: ['handler'] }] },
  ],
});

/** A full answer to the vendor form. */
export const vendorAnswers = {
  vendor_name: 'Ünïted Widgets',
  vendor_type: 'software',
  country: 'FR',
  website: 'https://example.com/',
  spend: { amount: 1234.5, currency: 'USD' },
  contact: 'ana@example.com',
  phone: '+33123456789',
  buyer: 'p-1',
  crew: 't-1',
  vendor_account: 'a-1',
  systems: ['erp', 'prod'],
  has_personal_data: true,
  data_note: 'Names\nand addresses',
  items: [
    { name: 'Seat', price: { amount: 10, currency: 'EUR' }, qty: 3, owner: 'p-2' },
    { name: 'Training' },
  ],
  seats: 30,
  urgency: 'high',
  impact: 'team',
  due: '2026-03-05',
  meeting: '2026-03-05T09:00:00.000Z',
  contract: ['f-1', 'f-2'],
  reason: 'We need it',
} as const;
