"use client";
import { signOut } from "next-auth/react";
import { Button } from "../part/button";

export function SignOutButton() {
  return <Button onClick={() => signOut({ callbackUrl: "/sign-in" })}>Sign out</Button>;
}
