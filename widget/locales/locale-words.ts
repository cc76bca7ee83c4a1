import type { attachEnglish } from "../extra/attach-words";
import type { DeskWords } from "../extra/desk-words";
import type { LauncherWords } from "../labels";
import type { Words } from "../words";

/** Everything a visitor can read, in whichever part it stands. */
export type LocaleWords = LauncherWords & Words & DeskWords & { [key in keyof typeof attachEnglish]: string };
