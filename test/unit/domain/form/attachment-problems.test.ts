import { describe, expect, it } from 'vitest';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { attachmentProblems } from '../../../../domain/form/attachment-problems.ts';
import { validateSubmission } from '../../../../domain/form/validate-submission.ts';
import { formOf, vendorAnswers, vendorForm } from './forms.ts';

const { values } = validateSubmission(vendorForm, vendorAnswers, factSet({}));

describe('stored values', () => {
  it.each<[fact: string, files: [string, { name: string; size: number }][], details: string[]]>([
    [
      'fit',
      [
        ['f-1', { name: 'a.PDF', size: 1000 }],
        ['f-2', { name: 'b.docx', size: 0 }],
      ],
      [],
    ],
    [
      'are gone',
      [['f-1', { name: 'a.pdf', size: 1 }]],
      ['/values/contract/1 This file is not here any more: upload it again.'],
    ],
    [
      'end otherwise',
      [
        ['f-1', { name: 'a.exe', size: 1 }],
        ['f-2', { name: 'pdf', size: 1 }],
      ],
      [
        '/values/contract/0 Attach a file that ends in .pdf, .docx.',
        '/values/contract/1 Attach a file that ends in .pdf, .docx.',
      ],
    ],
    [
      'are too large',
      [
        ['f-1', { name: 'a.pdf', size: 1001 }],
        ['f-2', { name: 'b.pdf', size: 1 }],
      ],
      ['/values/contract/0 Attach a smaller file: 1000 bytes are allowed, and this has 1001.'],
    ],
  ])('name files that %s', (_fact, files, details) => {
    const problems = attachmentProblems(vendorForm, values, new Map(files));
    expect(problems.map(({ pointer, detail }) => `${pointer} ${detail}`)).toEqual(details);
    expect(
      attachmentProblems(
        formOf([{ id: 'a', kind: 'file', label: 'A' }]),
        { a: ['f'] },
        new Map([['f', { name: 'x', size: 1 }]]),
      ),
    ).toEqual([]);
  });
});
