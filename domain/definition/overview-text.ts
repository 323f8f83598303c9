import type { OverviewItem, OverviewSection } from './overview-item.ts';

/** The readable page of a definition as plain text: titles on lines of their own, items under them, two spaces deeper each. */
export function overviewText(sections: readonly OverviewSection[]): string {
  return sections
    .map(({ title, says, items }) => [`# ${oneLine(title)}`, ...says.map(oneLine), ...items.flatMap(linesOf)])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function linesOf({ number, name, says, notes, items }: OverviewItem): string[] {
  const counted = number === undefined ? '-' : `${number}.`;
  const words = [...says, ...notes].map(oneLine).join(' ');
  const head = `${counted} ${oneLine(name)}${words === '' ? '' : `: ${words}`}`;
  return [head, ...items.flatMap(linesOf).map((line) => `  ${line}`)];
}

/** Whatever a designer wrote stays on its line. */
function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
