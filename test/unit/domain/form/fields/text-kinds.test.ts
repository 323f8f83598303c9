import { describeParsing, says } from './describe-parsing.ts';

describeParsing([
  {
    field: { kind: 'short_text', maxLength: 12, minLength: 2 },
    rows: [
      ['trims', '  hello ', 'hello'],
      ['composes accents', 'e\u0301e\u0301', 'éé'],
      ['keeps mark-up as text', '<b>{{x}}</b>', '<b>{{x}}</b>'],
      ['keeps a formula as text', '=1+1', '=1+1'],
      ['refuses a number', 12, says('Give text, in quotes.')],
      ['refuses two lines', 'a\r\nb', says('Give one line of text.')],
      ['refuses a line separator', 'a\u2028b', says('Give one line of text.')],
      [
        'refuses control characters',
        'a\u0000b',
        says('The text contains control characters: remove them, or type it again.'),
      ],
      ['refuses half a character', 'a\ud800', says('Some characters are damaged: type the text again.')],
      ['refuses 13 characters of 12', 'abcdefghijklm', says('Shorten this to 12 characters; it has 13.')],
      ['counts an emoji as one character', '🙂'.repeat(12), '🙂'.repeat(12)],
      ['refuses one character of two', 'a', says('Give at least 2 characters.')],
    ],
  },
  {
    field: { kind: 'short_text', pattern: '[A-Z]{2}-\\d+', patternHelp: 'Write it like AB-12.' },
    rows: [
      ['takes a whole match', 'AB-12', 'AB-12'],
      ['refuses a partial match in the words of the designer', 'xAB-12', says('Write it like AB-12.')],
    ],
  },
  {
    field: { kind: 'short_text', pattern: 'x+' },
    rows: [['refuses without help of the designer', 'y', says('This is not written as it should be.')]],
  },
  {
    field: { kind: 'short_text' },
    rows: [['stops at 200 characters', 'a'.repeat(201), says('Shorten this to 200 characters; it has 201.')]],
  },
  {
    field: { kind: 'long_text' },
    rows: [
      ['keeps lines with one kind of line end', 'a\r\nb\rc', 'a\nb\nc'],
      ['stops at 5,000 characters', 'a'.repeat(5001), says('Shorten this to 5000 characters; it has 5001.')],
    ],
  },
  {
    field: { kind: 'email' },
    rows: [
      ['writes the domain in small letters', 'Ana@Example.COM', 'Ana@example.com'],
      [
        'refuses two addresses',
        'a@example.com, b@example.com',
        says('Give one e-mail address, such as ana@example.com.'),
      ],
      ['refuses a header', 'a@example.com\nBcc: b@example.com', says('Give one line of text.')],
      ['refuses no domain', 'ana', says('Give one e-mail address, such as ana@example.com.')],
    ],
  },
  {
    field: { kind: 'url' },
    rows: [
      ['writes the normal form', 'HTTPS://Example.com', 'https://example.com/'],
      [
        'refuses script',
        'javascript:alert(1)',
        says('Give a web address that starts with https://, such as https://example.com/page.'),
      ],
      [
        'refuses no scheme',
        'example.com',
        says('Give a web address that starts with https://, such as https://example.com/page.'),
      ],
      [
        'refuses what is no address',
        'https://',
        says('Give a web address that starts with https://, such as https://example.com/page.'),
      ],
      [
        'refuses a password',
        'https://a:b@example.com',
        says('Take the name and password out of the address.'),
      ],
      [
        'refuses what grows too long',
        `https://example.com/${'é'.repeat(400)}`,
        says('Shorten the address to 2000 characters.'),
      ],
      ['refuses a number', 3, says('Give text, in quotes.')],
    ],
  },
  {
    field: { kind: 'phone' },
    rows: [
      ['takes spaces, dots and brackets', '+33 (1) 23.45-67/89', '+33123456789'],
      ['takes 00 for +', '0033123456789', '+33123456789'],
      [
        'refuses a number at home',
        '01 23 45 67 89',
        says('Give the number with its country code, such as +33 1 23 45 67 89.'),
      ],
      [
        'refuses words',
        '+33 call me',
        says('Give the number with its country code, such as +33 1 23 45 67 89.'),
      ],
      ['refuses a JSON number', 33123456789, says('Give text, in quotes.')],
    ],
  },
]);
