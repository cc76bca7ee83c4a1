import { newId } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { SignUp } from "./sign-up";

/** Makes a confirmed account without a link, for the operator's command line. A taken address is `conflict`. */
export async function createUser(product: Product, input: SignUp): Promise<{ userId: string }> {
  const passwordHash = await product.passwords.hash(input.password);
  return product.database.directory(async (tx) => {
    if (await tx.user.findUnique({ where: { email: input.email } })) {
      throw new Failure("conflict", { detail: `There is an account for ${input.email} already.` });
    }
    const emailVerifiedAt = new Date(product.now());
    const user = await tx.user.create({
      data: { id: newId("user"), email: input.email, passwordHash, emailVerifiedAt },
    });
    return { userId: user.id };
  });
}
