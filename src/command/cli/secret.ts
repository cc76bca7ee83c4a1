import { admitOperator } from "@/core/member/member";
import { listSigningSecrets } from "@/core/signing-secret/list-signing-secrets";
import { retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { RotateSigningSecret, rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import type { Command } from "./command";

const tenant = { value: "ten_…", help: "the tenant", required: true };

export const secretCommands: Command[] = [
  {
    name: "secret rotate",
    help: "make a new signing secret, printed this once; the old one works on during the overlap",
    options: { tenant, "overlap-days": { value: "DAYS", help: "0 to 30, 7 if not given" } },
    async run(product, args) {
      const member = await admitOperator(product, args.one("tenant"));
      const overlap = args.find("overlap-days");
      return rotateSigningSecret(
        member,
        RotateSigningSecret.parse({ overlapDays: overlap ? Number(overlap) : undefined }),
      );
    },
  },
  {
    name: "secret retire",
    help: "end an old secret's overlap now",
    options: { tenant, kid: { value: "KID", help: "which secret; see secret list", required: true } },
    positional: "kid",
    async run(product, args) {
      await retireSigningSecret(await admitOperator(product, args.one("tenant")), { kid: args.one("kid") });
      return { retired: args.one("kid") };
    },
  },
  {
    name: "secret list",
    help: "show the signing secrets without the secrets",
    options: { tenant },
    run: async (product, args) => listSigningSecrets(await admitOperator(product, args.one("tenant"))),
  },
];
