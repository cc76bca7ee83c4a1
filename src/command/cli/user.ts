import { createUser } from "@/core/account/create-user";
import { SignUp } from "@/core/account/sign-up";
import { randomSecret } from "@/core/id/id";
import type { Command } from "./command";

export const userCommands: Command[] = [
  {
    name: "user create",
    help: "make a confirmed account",
    options: {
      email: { value: "EMAIL", help: "its address", required: true },
      password: { value: "PASSWORD", help: "at least 10 characters; made up and printed if not given" },
    },
    positional: "email",
    async run(product, args) {
      const made = args.find("password") === undefined;
      const input = SignUp.parse({ email: args.one("email"), password: args.find("password") ?? randomSecret(15) });
      const { userId } = await createUser(product, input);
      return { userId, email: input.email, ...(made ? { password: input.password } : {}) };
    },
  },
];
