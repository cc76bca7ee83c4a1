import type { attachEnglish } from "../extra/attach-words";
import type { consentEnglish } from "../extra/consent-words";
import type { DeskWords } from "../extra/desk-words";
import type { judgeEnglish } from "../extra/judge-words";
import type { personEnglish } from "../extra/person-words";
import type { failureEnglish } from "../failure-words";
import type { GatehouseString } from "../gatehouse";
import type { LauncherWords } from "../labels";
import type { Words } from "../words";

/** Everything a visitor can read, in whichever part it stands; pages know it by the declarations. */
export type LocaleWords = Record<GatehouseString, string> &
  LauncherWords &
  Words &
  DeskWords &
  typeof judgeEnglish &
  typeof personEnglish &
  typeof attachEnglish &
  typeof failureEnglish &
  typeof consentEnglish;
