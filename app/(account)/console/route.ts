import { redirect } from "next/navigation";
import { load } from "../../caller";

/** Where a sign-in leads: the first tenant, or making one. */
export async function GET() {
  const [first] = await load((caller) => caller.tenant.list());
  redirect(first ? `/${first.id}` : "/welcome");
}
