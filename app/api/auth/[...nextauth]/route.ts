import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { toSignInOptions } from "@/console/sign-in";
import { environment } from "@/env";
import { product } from "@/wiring";
import { toDevice } from "../../../caller";

const handle = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(
    request,
    context,
    toSignInOptions(product(), environment().secret, (headers) => toDevice((name) => headers[name])),
  );

export { handle as GET, handle as POST };
