/** The paragraphs of a note written in Markdown, as far as notes use it: what is `**strong**`, and plain text. */
export function noteParagraphs(
  text: string,
): readonly (readonly { readonly strong: boolean; readonly text: string }[])[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .trim()
        .split(/\*\*/)
        .flatMap((part, index) => (part === '' ? [] : [{ strong: index % 2 === 1, text: part }])),
    )
    .filter((parts) => parts.length > 0);
}
