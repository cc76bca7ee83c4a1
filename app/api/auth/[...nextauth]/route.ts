import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refuseOtherSite } from "@/console/same-origin";
import { toSignInOptions } from "@/console/sign-in";
import { toProviders } from "@/console/sign-in-providers";
import { environment } from "@/env";
import { product } from "@/wiring";
import { toDevice } from "../../../caller";

const handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) =>
  refuseOtherSite(request, product().publicUrl) ?? NextAuth(request, context, signInOptions(request));

function signInOptions(request: NextRequest) {
  const { secret, signIn } = environment();
  const device = toDevice((name) => request.headers.get(name));
  return toSignInOptions({ product: product(), secret, device, providers: toProviders(signIn) });
}

export { handle as GET, handle as POST };
