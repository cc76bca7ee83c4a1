import { MessageSquare } from "lucide-react";
import { Key } from "../part/key";
import { Empty } from "../part/section";

/** What stands beside the list until a conversation is opened. */
export function NothingOpen() {
  return (
    <div className="grid h-full place-items-center max-lg:hidden">
      <Empty icon={<MessageSquare />} title="No conversation open">
        <Key>j</Key> and <Key>k</Key> move through the list,
        <br />
        <Key>Enter</Key> opens, <Key>/</Key> searches.
      </Empty>
    </div>
  );
}
