/** How many frames a list may take to draw a row before nobody waits for it. */
const patience = 20;

/**
 * Gives the focus to the control of one row of a list that draws only what is in sight: the first element inside
 * `[data-row=key]` that carries `data-row-focus`. A row that is not drawn yet is waited for.
 * @example focusRow(list, alert.id)
 */
export function focusRow(list: HTMLElement | null, key: string, frames = patience): void {
  requestAnimationFrame(() => {
    const control = list?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] [data-row-focus]`);
    if (control !== null && control !== undefined) control.focus({ preventScroll: true });
    else if (frames > 0) focusRow(list, key, frames - 1);
  });
}
