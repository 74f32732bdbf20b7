import { expect, type Locator, type Page } from '@playwright/test';

/** Hands on a keyboard and no mouse: everything a clerk does, stroke by stroke. */
export interface Keyboard {
  readonly page: Page;
  press(...strokes: readonly string[]): Promise<void>;
  /** Enter at a person's pace: right behind quick typing it would count as the end of a scan. */
  enter(): Promise<void>;
  /** Ctrl+Enter, the key that finishes forms, at the same pace. */
  finish(): Promise<void>;
  /** Types into the field that has the focus by itself, and goes on with Enter. */
  answer(field: Locator, text: string): Promise<void>;
  /** Leaves the field that has the focus as it is. */
  pass(field: Locator): Promise<void>;
}

/** Longer than the time between two characters of a scanner (`renderer/ui/scan-guard.ts`). */
const pauseMs = 80;

/** Lays hands on the keys of a page. From now on a touch of the mouse is told to `onMouse`. */
export async function keyboardOf(page: Page, onMouse: (touch: string) => void): Promise<Keyboard> {
  await page.exposeFunction('touchedByMouse', onMouse);
  await page.addInitScript(() => {
    const { touchedByMouse } = window as unknown as { readonly touchedByMouse: (touch: string) => void };
    const tell = ({ isTrusted, type }: Event) => {
      if (isTrusted) touchedByMouse(type);
    };
    for (const type of ['pointerdown', 'mousedown', 'mousemove', 'wheel', 'touchstart']) addEventListener(type, tell, true);
  });
  const press = async (...strokes: readonly string[]) => {
    for (const stroke of strokes) await page.keyboard.press(stroke);
  };
  const slowly = async (stroke: string) => {
    await page.waitForTimeout(pauseMs);
    await press(stroke);
  };
  const enter = () => slowly('Enter');
  return {
    page,
    press,
    enter,
    finish: () => slowly('Control+Enter'),
    answer: async (field, text) => {
      await expect(field).toBeFocused();
      await page.keyboard.type(text);
      await enter();
    },
    pass: async (field) => {
      await expect(field).toBeFocused();
      await enter();
    },
  };
}
