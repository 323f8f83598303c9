/** One line without control characters, line separators or halves of characters. */
export const linePattern = /^[^\p{Cc}\u2028\u2029\p{Cs}]*$/u;

/** Whether a text is one line that people can read: no control characters, no line breaks. */
export const isPlainLine = (text: string): boolean => linePattern.test(text);

/** Whether a text has no control characters but tabs and ends of lines, and no halves of characters. */
export const isPlainText = (text: string): boolean => !/[^\P{Cc}\n\t\r]|\r(?!\n)|\p{Cs}/u.test(text);

/** What to say where `isPlainLine` is false. */
export const lineWords = 'Give one line of plain text.';

/** What to say where `isPlainText` is false. */
export const textWords = 'The text contains control characters: remove them, or type it again.';
