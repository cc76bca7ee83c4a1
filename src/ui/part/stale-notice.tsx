import { Button } from "./button";
import { Notice } from "./notice";

/** Somebody else was quicker: what they did, and the way on from there. */
export function StaleNotice({ words, onUse }: { words: string; onUse: () => void }) {
  return (
    <div className="mb-4">
      <Notice tone="warn">
        <p>{words}</p>
        <Button size="small" className="mt-2" onClick={onUse}>
          Show the new state
        </Button>
      </Notice>
    </div>
  );
}
