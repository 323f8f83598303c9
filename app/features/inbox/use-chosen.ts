import { type RefObject, useCallback, useEffect, useState } from 'react';

/** The rows of a list that are chosen by their boxes; the boxes themselves hold it, so that it works before scripts. */
export function useChosen(list: RefObject<HTMLFormElement | null>, key: string) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const watch = useCallback(() => {
    setChosen(
      boxesIn(list)
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    );
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that was loaded anew has other boxes
  useEffect(watch, [key, watch]);
  const toggle = (id: string): void => {
    const box = boxesIn(list).find(({ value }) => value.startsWith(`${id} `));
    if (box === undefined) return;
    box.checked = !box.checked;
    watch();
  };
  const clear = (): void => {
    for (const box of boxesIn(list)) box.checked = false;
    watch();
  };
  return { chosen, toggle, clear, watch };
}

/** A form knows what is in it; looking for it again among thousands of rows takes long. */
const boxesIn = (list: RefObject<HTMLFormElement | null>): HTMLInputElement[] =>
  [...(list.current?.elements ?? [])].filter(
    (field): field is HTMLInputElement => field instanceof HTMLInputElement && field.name === 'case',
  );
